package io.throughline.local.cli;

import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.domain.tagging.StageTagger;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tags JSON lines exactly as the pipeline would, without starting anything. */
@Command(
        name = "tag",
        description =
                "Add sentiment and journey stages to JSON lines with id and text; the lines come out"
                        + " in order.",
        footer = {
            "",
            "A line may also have channel and occurredAt; lines that normalize prints are fine.",
            "",
            "Example: echo '{\"id\":\"1\",\"text\":\"my claim was paid in three days, thank you!\"}'"
                    + " | throughline tag"
        })
final class TagCommand implements Callable<Integer> {

    private static final long KILO = 1000;

    @Mixin private TaggerArguments taggers;

    @Option(
            names = "--explain",
            description =
                    "Add evidence to sentiment and stages: the words that carried them, strongest"
                            + " first.")
    private boolean explain;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads that tag (default: one a core).")
    private Integer threads;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = "-",
            description = "JSON lines; stdin without it or with -.")
    private String file;

    private final PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    private final LongRun progress = LongRun.onTerminalAlone("Tagging, kB");
    private long lines;
    private long rejected;

    @Override
    public Integer call() throws IOException {
        if (threads != null && threads < 1) {
            throw new UsageException("--threads is above 0");
        }
        LineTagger tagger = tagger();
        try (CountedInput in = new CountedInput(open());
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
                OrderedLines ordered =
                        new OrderedLines(
                                tagger,
                                threads == null
                                        ? Runtime.getRuntime().availableProcessors()
                                        : threads)) {
            long bytes = file.equals("-") ? 0 : Files.size(Path.of(file));
            ordered.tag(reader, line -> print(line, in, bytes), out::flush);
        } finally {
            progress.end();
            out.flush();
        }
        return rejected == 0 ? 0 : ThroughlineCommand.REJECTED;
    }

    private LineTagger tagger() throws IOException {
        SentimentTagger sentiment = taggers.sentiment();
        StageTagger stages = taggers.stages();
        if (!explain) {
            return new LineTagger(sentiment, stages, Optional.empty());
        }
        LineExplainer explainer = new LineExplainer(sentiment, stages);
        explainer
                .silent()
                .forEach(one -> err.println(one + " does not explain itself: no evidence of it"));
        return new LineTagger(sentiment, stages, Optional.of(explainer));
    }

    private InputStream open() throws IOException {
        if (file.equals("-")) {
            return System.in;
        }
        if (Files.isDirectory(Path.of(file))) {
            throw new UserException(file + " is a directory; name a file of JSON lines.");
        }
        return Files.newInputStream(Path.of(file));
    }

    private void print(TaggedLine line, CountedInput in, long bytes) {
        lines++;
        if (line.rejected()) {
            rejected++;
            progress.end();
            err.println(line.text());
        } else if (line.text() != null) {
            out.println(line.text());
        }
        if (bytes > 0) {
            progress.at(
                    String.format(Locale.ROOT, "%,d lines", lines),
                    in.count() / KILO,
                    bytes / KILO);
        }
    }
}
