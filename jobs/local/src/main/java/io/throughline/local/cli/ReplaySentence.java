package io.throughline.local.cli;

import io.throughline.local.replay.ReplayReport;
import io.throughline.model.DeadLetter;
import io.throughline.model.Replay;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says in a sentence what a replay did, and what to do next. */
final class ReplaySentence {

    private ReplaySentence() {}

    static String of(ReplayReport report, List<DeadLetter> letters, boolean dryRun, boolean idle) {
        StringBuilder said = new StringBuilder();
        if (letters.isEmpty()) {
            said.append("No dead letter to replay.");
        } else if (dryRun) {
            said.append(String.format("%,d would be sent.", letters.size()));
        } else {
            said.append(String.format("%,d sent: %s.", letters.size(), outcomes(letters)));
            if (letters.stream().anyMatch(letter -> is(letter, Replay.Outcome.SUBMITTED))) {
                said.append(
                        idle
                                ? " They count as soon as a pipeline runs."
                                : " ./throughline replay --again --dry-run shows what became of the"
                                        + " others.");
            }
        }
        left(said, report.onTheirWay(), "on their way since an earlier replay");
        left(said, report.settled(), "came right before (--again sends them all the same)");
        left(said, report.lost(), "no longer have their bytes in Kafka");
        return said.toString();
    }

    private static void left(StringBuilder said, long count, String what) {
        if (count > 0) {
            said.append(String.format(" Left out: %,d %s.", count, what));
        }
    }

    private static String outcomes(List<DeadLetter> letters) {
        Map<Replay.Outcome, Long> counts = new EnumMap<>(Replay.Outcome.class);
        letters.forEach(letter -> counts.merge(letter.replay().outcome(), 1L, Long::sum));
        return counts.entrySet().stream()
                .map(count -> String.format("%,d %s", count.getValue(), words(count.getKey())))
                .collect(Collectors.joining(", "));
    }

    private static boolean is(DeadLetter letter, Replay.Outcome outcome) {
        return letter.replay() != null && letter.replay().outcome() == outcome;
    }

    private static String words(Replay.Outcome outcome) {
        return switch (outcome) {
            case SUBMITTED -> "on their way";
            case FAILED -> "failed again";
            default -> outcome.id();
        };
    }
}
