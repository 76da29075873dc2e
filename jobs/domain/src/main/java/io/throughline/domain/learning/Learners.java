package io.throughline.domain.learning;

import java.util.Optional;
import java.util.ServiceLoader;

/** The learners on the class path. */
public final class Learners {

    private Learners() {}

    /** The engine of that id; empty when none that learns has it. */
    public static Optional<LearnerEngine> find(String id) {
        for (LearnerEngine engine : ServiceLoader.load(LearnerEngine.class)) {
            if (engine.id().equals(id)) {
                return Optional.of(engine);
            }
        }
        return Optional.empty();
    }
}
