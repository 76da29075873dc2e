package io.throughline.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How regularly a channel brings something, in three numbers: from them follows how long its
 * silence may last before it is worth a word.
 *
 * <p>What is remembered is the longest gap, fading by half in a week. A mean or a quantile would
 * forget the night during a busy day and raise the alarm every evening. What comes within a minute
 * is one arrival, so that a backlog read in one go teaches nothing about the future.
 *
 * @param last when the arrival that was counted last came; null when none came
 * @param arrivals how many were counted
 * @param longestGap between two of them, faded
 */
public record ArrivalHistory(Instant last, long arrivals, Duration longestGap) {

    /** Nothing came yet. */
    public static final ArrivalHistory NONE = new ArrivalHistory(null, 0, Duration.ZERO);

    private static final Duration ONE_ARRIVAL = Duration.ofMinutes(1);
    private static final double HALF_LIFE_MILLIS = Duration.ofDays(7).toMillis();
    private static final int ENOUGH = 16;
    private static final int TIMES_LONGEST = 3;
    private static final Duration SHORTEST = Duration.ofMinutes(10);

    /** The history after something came. */
    public ArrivalHistory arrived(Instant at) {
        if (last == null) {
            return new ArrivalHistory(at, 1, Duration.ZERO);
        }
        Duration gap = Duration.between(last, at);
        if (gap.compareTo(ONE_ARRIVAL) < 0) {
            return this;
        }
        double kept = Math.pow(2, -gap.toMillis() / HALF_LIFE_MILLIS);
        Duration faded = Duration.ofMillis((long) (longestGap.toMillis() * kept));
        return new ArrivalHistory(at, arrivals + 1, gap.compareTo(faded) > 0 ? gap : faded);
    }

    /**
     * How long the next silence may last: three times the longest gap, at least 10 min; empty with
     * fewer than 16 arrivals, which tell nothing.
     */
    public Optional<Duration> patience() {
        if (arrivals < ENOUGH) {
            return Optional.empty();
        }
        Duration patience = longestGap.multipliedBy(TIMES_LONGEST);
        return Optional.of(patience.compareTo(SHORTEST) > 0 ? patience : SHORTEST);
    }
}
