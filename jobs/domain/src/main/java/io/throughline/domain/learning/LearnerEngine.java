package io.throughline.domain.learning;

import io.throughline.journey.JourneyMap;

/** A kind of learner, found by {@link java.util.ServiceLoader}. */
public interface LearnerEngine {

    /** Id in configuration and on documents, e.g. {@code adaptive}. */
    String id();

    /**
     * A learner; its models are shared within a JVM.
     *
     * @param map null for a learner that is asked about feelings alone
     */
    Learner learner(JourneyMap map);
}
