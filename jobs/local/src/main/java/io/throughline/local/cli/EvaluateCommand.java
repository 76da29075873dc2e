package io.throughline.local.cli;

import io.throughline.taggers.evaluate.Evaluation;
import io.throughline.taggers.evaluate.EvaluationReport;
import io.throughline.taggers.evaluate.LabelFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How well the taggers agree with people. */
@Command(
        name = "evaluate",
        description =
                "Hold the taggers against a CSV that people labelled (columns text and sentiment,"
                        + " stage or both): JSON on stdout, a table on stderr.")
final class EvaluateCommand implements Callable<Integer> {

    @Option(
            names = "--labels",
            required = true,
            paramLabel = "FILE.csv",
            description =
                    "sentiment is negative, neutral or positive; stage is an id of the journey map.")
    private Path labels;

    @Mixin private TaggerArguments taggers;

    @Override
    public Integer call() throws IOException {
        try {
            EvaluationReport report = Evaluation.run(labels, taggers.sentiment(), taggers.stages());
            System.err.print(report.table());
            System.out.println(report.json());
            return 0;
        } catch (LabelFileException e) {
            throw new UserException(e.getMessage(), e);
        }
    }
}
