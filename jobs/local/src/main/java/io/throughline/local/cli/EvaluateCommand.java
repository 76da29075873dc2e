package io.throughline.local.cli;

import io.throughline.taggers.evaluate.Evaluation;
import io.throughline.taggers.evaluate.EvaluationOptions;
import io.throughline.taggers.evaluate.EvaluationOptions.Languages;
import io.throughline.taggers.evaluate.EvaluationReport;
import io.throughline.taggers.evaluate.HtmlReport;
import io.throughline.taggers.evaluate.LabelFileException;
import io.throughline.taggers.evaluate.LabelSet;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How well the taggers agree with people. */
@Command(
        name = "evaluate",
        description =
                "Hold the taggers against files that people labelled: JSON on stdout, tables on"
                        + " stderr.",
        footer = {
            "",
            "A FILE is CSV with a header, or JSON lines. A row has text and sentiment (negative, neutral,",
            "positive), stage (an id of the journey map, or unassigned for feedback of no stage, which is",
            "right when the engine abstains), or both. It may have domain (else the file's name), language,",
            "channel, and rating with rating_min and rating_max (else 1 and 5); in JSON also conversation,",
            "as tag reads it.",
            "",
            "Example: throughline evaluate --labels reviews.csv,tweets.csv --engine all --report report"
        })
final class EvaluateCommand implements Callable<Integer> {

    @Option(
            names = "--labels",
            required = true,
            paramLabel = "FILE",
            arity = "1..*",
            split = ",",
            description = "Labelled files, each a domain of its own.")
    private List<Path> labels;

    @Mixin private ContestantArguments engines;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Take at most N rows of each file, spread evenly over it.")
    private Long limit;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Threads that tag (default: ${DEFAULT-VALUE}). For accuracy alone: with more than"
                            + " one, latencies mean little.")
    private int threads;

    @Option(
            names = "--detect-language",
            description =
                    "Detect the language of rows that name none, as the pipeline does, so that"
                            + " taggers abstain on what they cannot read.")
    private boolean detectLanguage;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Write index.html with pictures, and report.json, into DIR.")
    private Path page;

    @Override
    public Integer call() throws IOException {
        if (threads < 1 || (limit != null && limit < 1)) {
            throw new UsageException("--threads and --limit are above 0");
        }
        LongRun progress = LongRun.onStandardError("Tagging");
        EvaluationReport report;
        try {
            LabelSet set = LabelSet.check(labels);
            report =
                    engines.checked(
                            Evaluation.run(set, engines.load(set), options(), progress::at));
        } catch (LabelFileException e) {
            throw new UserException(e.getMessage(), e);
        } finally {
            progress.end();
        }
        System.err.print(report.table());
        if (page != null) {
            System.err.println("\nReport: " + HtmlReport.write(report, page));
        }
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println(report.json());
        return 0;
    }

    private EvaluationOptions options() {
        return new EvaluationOptions(
                limit == null ? Long.MAX_VALUE : limit,
                threads,
                detectLanguage ? Languages.DETECTED : Languages.AS_LABELLED);
    }
}
