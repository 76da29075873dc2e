package io.throughline.local.cli;

import io.throughline.domain.tagging.Engines;
import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.domain.tagging.StageTagger;
import io.throughline.journey.JourneyMapReader;
import io.throughline.pipeline.config.JourneyFiles;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options of the commands that tag texts without starting anything. */
final class TaggerArguments {

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

    SentimentTagger sentiment() {
        return Engines.sentiment(sentimentEngine).tagger();
    }

    /**
     * The stage tagger for the journey map.
     *
     * @throws IOException when the map cannot be read
     */
    StageTagger stages() throws IOException {
        String yaml = JourneyFiles.read(journey, Path.of(""));
        return Engines.stage(stageEngine).tagger(JourneyMapReader.read(journey, yaml));
    }
}
