package io.throughline.fetch.http;

import java.time.Duration;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * Pauses between attempts at something that fails: they double from the base to the cap, and each
 * is drawn from the upper half of its range ("equal jitter"), so that many clients that failed
 * together do not come back together, and none comes back at once.
 */
public final class Backoff {

    private static final int MAX_DOUBLINGS = 30;

    private final Duration base;
    private final Duration cap;
    private final RandomGenerator random;

    /**
     * @param base longest first pause
     * @param cap longest pause of all
     */
    public Backoff(Duration base, Duration cap, RandomGenerator random) {
        this.base = Objects.requireNonNull(base, "base");
        this.cap = Objects.requireNonNull(cap, "cap");
        this.random = Objects.requireNonNull(random, "random");
    }

    /** Pause after so many failures in a row, counted from 1. */
    public Duration after(int failures) {
        long doubled = base.toMillis() << Math.min(failures - 1, MAX_DOUBLINGS);
        long longest = doubled < base.toMillis() ? cap.toMillis() : doubled;
        longest = Math.max(1, Math.min(longest, cap.toMillis()));
        return Duration.ofMillis(longest - random.nextLong(longest / 2 + 1));
    }
}
