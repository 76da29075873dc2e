package io.throughline.pipeline.learning;

import io.throughline.domain.learning.Learner;
import io.throughline.domain.learning.Learners;
import io.throughline.journey.JourneyMapReader;
import java.io.Serializable;
import java.util.Optional;

/**
 * What it takes to have the learner on another machine.
 *
 * @param engine id of the configured engine, which need not be one that learns
 * @param journeyFile name of the journey map's file, for messages
 * @param journeyYaml the journey map as written
 */
public record LearnerSource(String engine, String journeyFile, String journeyYaml)
        implements Serializable {

    /** The learner for the map; empty when the engine does not learn. */
    public Optional<Learner> learner() {
        return Learners.find(engine)
                .map(found -> found.learner(JourneyMapReader.read(journeyFile, journeyYaml)));
    }
}
