package io.throughline.pipeline.tagging;

import io.throughline.pipeline.learning.LearnerSource;
import io.throughline.pipeline.learning.LearningSettings;
import java.io.Serializable;

/**
 * How feedback is tagged.
 *
 * @param sentimentEngine id of a {@link io.throughline.domain.learning.LearnerEngine} or a {@link
 *     io.throughline.domain.tagging.SentimentEngine}
 * @param stageEngine id of a {@link io.throughline.domain.tagging.StageEngine}; a learner leaves
 *     its stages to it, unless it is the learner itself or the default
 * @param journeyFile name of the journey map's file, for messages
 * @param journeyYaml the journey map as written
 * @param learning how an engine that learns does so
 */
public record TaggingSettings(
        String sentimentEngine,
        String stageEngine,
        String journeyFile,
        String journeyYaml,
        LearningSettings learning)
        implements Serializable {

    /** Learning as it is without configuration. */
    public TaggingSettings(
            String sentimentEngine, String stageEngine, String journeyFile, String journeyYaml) {
        this(sentimentEngine, stageEngine, journeyFile, journeyYaml, LearningSettings.DEFAULT);
    }

    /** The same with learning as configured. */
    public TaggingSettings with(LearningSettings other) {
        return new TaggingSettings(sentimentEngine, stageEngine, journeyFile, journeyYaml, other);
    }

    /** Where the learner is from. */
    LearnerSource learner() {
        return new LearnerSource(sentimentEngine, journeyFile, journeyYaml);
    }
}
