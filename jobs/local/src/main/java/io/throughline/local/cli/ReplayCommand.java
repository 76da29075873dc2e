package io.throughline.local.cli;

import io.throughline.alert.AlertRulesReader;
import io.throughline.json.JsonWriter;
import io.throughline.local.replay.LetterChoice;
import io.throughline.local.replay.ReplayReport;
import io.throughline.local.replay.Replaying;
import io.throughline.local.revise.Servers;
import io.throughline.local.run.Progress;
import io.throughline.model.DeadLetter;
import io.throughline.model.FailureReason;
import io.throughline.model.Replay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.elasticsearch.client.RestClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Dead letters once more, after what they failed at was mended. */
@Command(
        name = "replay",
        description =
                "Send dead letters through the pipeline again, after what they failed at was mended:"
                        + " their original bytes, as if they had come for the first time. Prints a"
                        + " JSON line a letter, without what customers wrote.",
        footer = {
            "",
            "  throughline replay --dry-run                      what would be sent",
            "  throughline replay --channel survey               after its mapping was mended",
            "  throughline replay --reason INDEX_REJECTED        after the index was",
            "  throughline replay --id 3f9c2a",
            "A letter that came right is not sent again unless --again is given; one that fails",
            "again stays the same letter."
        })
final class ReplayCommand implements Callable<Integer> {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Option(
            names = "--channel",
            paramLabel = "ID",
            description = "Of this channel only: its id, or its kind such as mobile.")
    private String channel;

    @Option(
            names = "--reason",
            paramLabel = "REASON",
            description = "With this reason only: ${COMPLETION-CANDIDATES}.")
    private FailureReason reason;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Seen at or after, such as 2026-03-04T05:00:00Z.")
    private String since;

    @Option(names = "--until", paramLabel = "TIME", description = "Seen before.")
    private String until;

    @Option(
            names = "--id",
            paramLabel = "ID",
            arity = "1..*",
            description = "These alone; the begin of an id is enough.")
    private List<String> ids = List.of();

    @Option(names = "--limit", paramLabel = "N", description = "At most so many, the oldest first.")
    private long limit = Long.MAX_VALUE;

    @Option(names = "--dry-run", description = "Print what would be sent, and send nothing.")
    private boolean dryRun;

    @Option(
            names = "--again",
            description =
                    "Also those that came right, or are on their way, since an earlier replay.")
    private boolean again;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description = "Who asks for it (default: the user of this machine).")
    private String by = System.getProperty("user.name", "unknown");

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            defaultValue = "30s",
            description =
                    "How long to wait for what becomes of them (default: ${DEFAULT-VALUE}; 0s not at"
                            + " all).")
    private String patience;

    @Mixin private ServerArguments servers;

    @Override
    public Integer call() throws IOException, InterruptedException {
        LetterChoice choice = choice();
        Duration wait =
                AlertRulesReader.duration(patience)
                        .orElseThrow(
                                () ->
                                        new UsageException(
                                                "--wait "
                                                        + patience
                                                        + ": a time is a number and a unit, such"
                                                        + " as 30s or 5m"));
        Progress progress = Progress.onStandardError();
        try (Servers open = servers.open(progress)) {
            Optional<RestClient> search = open.client();
            try {
                Replaying replaying = new Replaying(open.kafka(), search, Clock.systemUTC());
                return replay(replaying, choice, open.startedForTheWhile(), wait, progress);
            } catch (IllegalArgumentException e) {
                throw new UserException(e.getMessage() + ".", e);
            } catch (UncheckedIOException e) {
                throw new UserException(
                        "Elasticsearch did not take what it had refused: "
                                + e.getCause().getMessage()
                                + ". Mend that and say the same again.",
                        e);
            } finally {
                if (search.isPresent()) {
                    search.get().close();
                }
            }
        }
    }

    private int replay(
            Replaying replaying,
            LetterChoice choice,
            boolean idle,
            Duration wait,
            Progress progress)
            throws InterruptedException {
        progress.status("Reading dead letters");
        ReplayReport report = dryRun ? replaying.look(choice) : replaying.replay(choice, by);
        List<DeadLetter> letters = report.letters();
        if (!dryRun && !idle) {
            letters = awaited(replaying, letters, wait, progress);
        }
        progress.clear();
        letters.forEach(letter -> System.out.println(line(letter)));
        System.out.flush();
        System.err.println(ReplaySentence.of(report, letters, dryRun, idle));
        return letters.stream().anyMatch(ReplayCommand::failed) && !dryRun
                ? ThroughlineCommand.REJECTED
                : 0;
    }

    private static List<DeadLetter> awaited(
            Replaying replaying, List<DeadLetter> sent, Duration wait, Progress progress)
            throws InterruptedException {
        long deadline = System.nanoTime() + wait.toNanos();
        List<DeadLetter> letters = sent;
        while (letters.stream().anyMatch(ReplayCommand::onItsWay) && System.nanoTime() < deadline) {
            progress.status("Waiting for what becomes of them");
            Thread.sleep(PAUSE.toMillis());
            letters = replaying.standing(letters);
        }
        return letters;
    }

    private static boolean onItsWay(DeadLetter letter) {
        return letter.replay() != null && letter.replay().outcome() == Replay.Outcome.SUBMITTED;
    }

    private static boolean failed(DeadLetter letter) {
        return letter.replay() != null && letter.replay().outcome() == Replay.Outcome.FAILED;
    }

    private LetterChoice choice() {
        if (limit < 1) {
            throw new UsageException("--limit " + limit + ": at least 1.");
        }
        return new LetterChoice(
                ids,
                Optional.ofNullable(channel),
                Optional.ofNullable(reason),
                time("--since", since),
                time("--until", until),
                limit,
                again ? LetterChoice.Among.ALL : LetterChoice.Among.OPEN);
    }

    private static Optional<Instant> time(String option, String text) {
        try {
            return Optional.ofNullable(text).map(Instant::parse);
        } catch (DateTimeParseException e) {
            throw new UsageException(
                    option + " " + text + ": a time is written 2026-03-04T05:00:00Z", e);
        }
    }

    private static String line(DeadLetter letter) {
        return JsonWriter.object(
                out -> {
                    out.text("id", letter.id())
                            .text("reason", letter.reason().name())
                            .text("stage", letter.stage().id())
                            .text(
                                    "channel",
                                    letter.channel() == null ? null : letter.channel().id())
                            .text("source", letter.source())
                            .text("message", letter.message())
                            .number("record", letter.record())
                            .text("feedbackId", letter.feedbackId())
                            .time("observedAt", letter.observedAt())
                            .text("origin", letter.provenance().origin())
                            .text("sha256", letter.provenance().sha256());
                    if (letter.replay() != null) {
                        out.time("replayedAt", letter.replay().at())
                                .text("replayedBy", letter.replay().by())
                                .text("outcome", letter.replay().outcome().id());
                    }
                });
    }
}
