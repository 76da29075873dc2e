package io.throughline.taggers.teacher;

import java.time.Duration;

/** Is told how far a training is. */
@FunctionalInterface
public interface TrainingProgress {

    /** Tells nobody. */
    TrainingProgress NONE = (step, done, total, left) -> {};

    /**
     * Some texts are done.
     *
     * @param step what is being done, e.g. {@code embedding}
     * @param done texts
     * @param total texts
     * @param left how long the rest will take at the rate so far; null when it is not known yet
     */
    void at(String step, long done, long total, Duration left);
}
