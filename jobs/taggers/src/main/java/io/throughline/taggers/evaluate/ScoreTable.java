package io.throughline.taggers.evaluate;

import io.throughline.model.StageSignal;
import io.throughline.taggers.evaluate.Scores.LabelScores;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@link Scores} as text in columns. */
final class ScoreTable {

    private ScoreTable() {}

    static String of(String title, Scores scores) {
        StringBuilder table = new StringBuilder();
        table.append(
                String.format(
                        Locale.ROOT,
                        "%s: accuracy %.3f, macro-F1 %.3f on %d answered of %d labelled"
                                + " (coverage %.3f%s)%n",
                        title,
                        scores.accuracy(),
                        scores.macroF1(),
                        scores.answered(),
                        scores.labelled(),
                        scores.coverage(),
                        abstained(scores)));
        LabelScores abstaining = scores.labels().get(StageSignal.UNASSIGNED);
        if (abstaining != null) {
            table.append(
                    String.format(
                            Locale.ROOT,
                            "abstaining: precision %.3f, recall %.3f on %d rows labelled %s, which"
                                    + " are right when the engine abstains%n",
                            abstaining.precision(),
                            abstaining.recall(),
                            abstaining.labelled(),
                            StageSignal.UNASSIGNED));
        }
        List<String> names = new ArrayList<>(scores.labels().keySet());
        int wide = Math.max(10, names.stream().mapToInt(String::length).max().orElse(0));
        String name = "%-" + wide + "s";
        table.append(
                String.format(
                        Locale.ROOT,
                        name + "  %8s %9s %6s %6s   answered as: %s%n",
                        "label",
                        "labelled",
                        "precision",
                        "recall",
                        "F1",
                        String.join("  ", names)));
        for (Map.Entry<String, LabelScores> entry : scores.labels().entrySet()) {
            LabelScores of = entry.getValue();
            table.append(
                    String.format(
                            Locale.ROOT,
                            name + "  %8d %9.3f %6.3f %6.3f               %s%n",
                            entry.getKey(),
                            of.labelled(),
                            of.precision(),
                            of.recall(),
                            of.f1(),
                            answers(scores, entry.getKey(), names)));
        }
        return table.toString();
    }

    private static String abstained(Scores scores) {
        StringBuilder reasons = new StringBuilder();
        scores.abstained()
                .forEach((why, n) -> reasons.append(", ").append(why).append(' ').append(n));
        return reasons.toString();
    }

    private static String answers(Scores scores, String label, List<String> names) {
        Map<String, Long> row = scores.confusion().getOrDefault(label, Map.of());
        List<String> cells = new ArrayList<>();
        for (String name : names) {
            cells.add(
                    String.format(
                            Locale.ROOT, "%" + name.length() + "d", row.getOrDefault(name, 0L)));
        }
        return String.join("  ", cells);
    }
}
