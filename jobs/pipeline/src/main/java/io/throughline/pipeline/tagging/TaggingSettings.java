package io.throughline.pipeline.tagging;

import java.io.Serializable;

/**
 * How feedback is tagged.
 *
 * @param sentimentEngine id of a {@link io.throughline.domain.tagging.SentimentEngine}
 * @param stageEngine id of a {@link io.throughline.domain.tagging.StageEngine}
 * @param journeyFile name of the journey map's file, for messages
 * @param journeyYaml the journey map as written
 */
public record TaggingSettings(
        String sentimentEngine, String stageEngine, String journeyFile, String journeyYaml)
        implements Serializable {}
