package io.throughline.local.cli;

import io.throughline.domain.tagging.Engines;
import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.domain.tagging.StageTagger;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of a command that tags texts without starting anything. */
final class TaggerArguments {

    @Mixin private JourneyArgument journey;

    @Option(
            names = "--sentiment-engine",
            paramLabel = "ID",
            defaultValue = Engines.DEFAULT_SENTIMENT,
            description = "Sentiment engine (default: ${DEFAULT-VALUE}).")
    private String sentimentEngine;

    @Option(
            names = "--stage-engine",
            paramLabel = "ID",
            defaultValue = Engines.DEEP_STAGE,
            description = "Stage engine (default: ${DEFAULT-VALUE}).")
    private String stageEngine;

    @Option(
            names = "--model-file",
            paramLabel = "FILE",
            description =
                    "Model of the sentiment engine, as train writes it, instead of the shipped.")
    private Path model;

    SentimentTagger sentiment() {
        if (model != null) {
            return ModelKind.named(sentimentEngine).read(model);
        }
        return Engines.sentiment(sentimentEngine).tagger();
    }

    /**
     * The stage tagger for the journey map.
     *
     * @throws IOException when the map cannot be read
     */
    StageTagger stages() throws IOException {
        return Engines.stage(stageEngine).tagger(journey.map());
    }
}
