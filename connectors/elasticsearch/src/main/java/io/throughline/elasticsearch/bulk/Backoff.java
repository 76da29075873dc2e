package io.throughline.elasticsearch.bulk;

import java.io.Serializable;
import java.time.Duration;

/**
 * How long to wait before another try: exponential with full jitter, so that writers that failed
 * together do not come back together.
 *
 * @param first upper bound of the first wait
 * @param longest upper bound of any wait
 * @param giveUpAfter time from the first failure of a write after which the job fails
 */
record Backoff(Duration first, Duration longest, Duration giveUpAfter) implements Serializable {

    private static final long serialVersionUID = 1L;

    static final Backoff DEFAULT =
            new Backoff(Duration.ofMillis(100), Duration.ofSeconds(30), Duration.ofMinutes(10));

    private static final int MOST_DOUBLINGS = 30;

    /**
     * The wait in ms, at least 1.
     *
     * @param attempts failures so far, at least 1
     * @param draw uniform in [0, 1); writes of one request share it, so that they stay together
     */
    long delay(int attempts, double draw) {
        long bound = first.toMillis() << Math.min(attempts - 1, MOST_DOUBLINGS);
        return Math.max(1, (long) (draw * Math.min(bound, longest.toMillis())));
    }

    /** Whether a write that fails since then has been tried long enough; times in ms. */
    boolean exhausted(long failingSince, long now) {
        return now - failingSince >= giveUpAfter.toMillis();
    }
}
