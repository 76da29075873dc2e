package io.throughline.channels.x;

import java.time.Instant;
import java.util.Optional;

/**
 * Ids that hold the time they were made: all but the lower 22 bits are milliseconds since X's own
 * epoch. Ids of before November 2010 were plain counters.
 */
final class Snowflake {

    private static final long EPOCH_MILLIS = 1_288_834_974_657L;
    private static final int TIME_SHIFT = 22;

    /** Below this an id is a counter: those had reached about 3 * 10^10 when they ended. */
    private static final long FIRST = 100_000_000_000L;

    private Snowflake() {}

    /** When the id was made; empty for a counter. */
    static Optional<Instant> time(String digits) {
        try {
            long id = Long.parseLong(digits);
            return id < FIRST
                    ? Optional.empty()
                    : Optional.of(Instant.ofEpochMilli((id >> TIME_SHIFT) + EPOCH_MILLIS));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
