package io.throughline.domain.learning;

import io.throughline.journey.JourneyMap;

/** A kind of learner, found by {@link java.util.ServiceLoader}. */
public interface LearnerEngine {

    /** Id in configuration and on documents, e.g. {@code adaptive}. */
    String id();

    /** A learner for the journey map; its models are shared within a JVM. */
    Learner learner(JourneyMap map);
}
