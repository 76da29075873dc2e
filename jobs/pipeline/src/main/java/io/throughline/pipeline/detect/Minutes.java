package io.throughline.pipeline.detect;

import java.time.Duration;

/** Whole minutes since the epoch, in milliseconds. */
final class Minutes {

    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private Minutes() {}

    /** The last whole minute at or before a time. */
    static long before(long millis) {
        return Math.floorDiv(millis, MINUTE) * MINUTE;
    }
}
