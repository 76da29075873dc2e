package io.throughline.local.cli;

import io.throughline.domain.tagging.Engines;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.JourneyMapReader;
import io.throughline.pipeline.config.JourneyFiles;
import io.throughline.taggers.evaluate.Evaluation;
import io.throughline.taggers.evaluate.EvaluationReport;
import io.throughline.taggers.evaluate.LabelFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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

    @Option(
            names = "--journey",
            paramLabel = "FILE",
            defaultValue = "insurance",
            description = "Journey map, or the name of a shipped one (default: ${DEFAULT-VALUE}).")
    private String journey;

    @Option(
            names = "--sentiment-engine",
            paramLabel = "ID",
            defaultValue = Engines.DEFAULT_SENTIMENT,
            description = "Sentiment engine (default: ${DEFAULT-VALUE}).")
    private String sentimentEngine;

    @Option(
            names = "--stage-engine",
            paramLabel = "ID",
            defaultValue = Engines.DEFAULT_STAGE,
            description = "Stage engine (default: ${DEFAULT-VALUE}).")
    private String stageEngine;

    @Override
    public Integer call() throws IOException {
        JourneyMap map = JourneyMapReader.read(journey, JourneyFiles.read(journey, Path.of("")));
        try {
            EvaluationReport report =
                    Evaluation.run(
                            labels,
                            Engines.sentiment(sentimentEngine).tagger(),
                            Engines.stage(stageEngine).tagger(map));
            System.err.print(report.table());
            System.out.println(report.json());
            return 0;
        } catch (LabelFileException e) {
            throw new UserException(e.getMessage(), e);
        }
    }
}
