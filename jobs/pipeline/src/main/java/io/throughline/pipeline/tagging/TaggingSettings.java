package io.throughline.pipeline.tagging;

import io.throughline.domain.learning.Learners;
import io.throughline.domain.tagging.Engines;
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

    /** The same for another journey map. */
    public TaggingSettings of(String file, String yaml) {
        return new TaggingSettings(sentimentEngine, stageEngine, file, yaml, learning);
    }

    /** The same with another stage engine. */
    public TaggingSettings withStages(String engine) {
        return new TaggingSettings(sentimentEngine, engine, journeyFile, journeyYaml, learning);
    }

    /** Id of the engine that tags stages: the learner's where it does. */
    public String stagesBy() {
        return stagesAreTheLearners() && Learners.find(sentimentEngine).isPresent()
                ? sentimentEngine
                : stageEngine;
    }

    /** Whether a learner, if there is one, tags stages: where no other engine is asked for. */
    boolean stagesAreTheLearners() {
        return stageEngine.equals(sentimentEngine) || stageEngine.equals(Engines.DEFAULT_STAGE);
    }

    /** Where the learner is from. */
    LearnerSource learner() {
        return new LearnerSource(sentimentEngine, journeyFile, journeyYaml);
    }
}
