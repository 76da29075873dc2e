package io.throughline.pipeline;

/** Whether a job writes into {@code cx-signals} what it observes of itself. */
public enum Observations {
    /** What the jobs did, minute by minute. */
    WRITTEN,
    /**
     * Nothing: a run that ends by itself leaves what follows from its input, and nothing that
     * depends on the clock.
     */
    LEFT_OUT
}
