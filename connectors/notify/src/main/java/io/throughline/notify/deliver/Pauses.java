package io.throughline.notify.deliver;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses between attempts, with full jitter: anything from nothing to a time that doubles from one
 * second to five minutes, so that receivers that come back are not met by all at once.
 */
final class Pauses {

    private static final long FIRST_MILLIS = 1_000;
    private static final long LONGEST_MILLIS = 300_000;
    private static final int MOST_DOUBLINGS = 20;

    private final RandomGenerator random;

    Pauses(RandomGenerator random) {
        this.random = random;
    }

    /** The pause after so many failures in a row, from 1. */
    Duration after(int failures) {
        long doubled = FIRST_MILLIS << Math.min(failures - 1, MOST_DOUBLINGS);
        return Duration.ofMillis(random.nextLong(Math.min(doubled, LONGEST_MILLIS) + 1));
    }
}
