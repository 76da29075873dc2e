package io.throughline.contestants.charts;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The negative share that a stage has had, with a half-life of 21 days, the last day left out: what
 * the detector knows too, without its channels and hours of the week.
 */
final class Level {

    private static final double HALF_LIFE_HOURS = 21 * 24;
    private static final double KEPT_AN_HOUR = Math.pow(0.5, 1 / HALF_LIFE_HOURS);
    private static final int GUARD_HOURS = 24;

    private final Deque<long[]> guard = new ArrayDeque<>();
    private double count;
    private double negative;
    private double hours;

    /** Takes an hour in. */
    void hour(long items, long negatives) {
        guard.add(new long[] {items, negatives});
        if (guard.size() > GUARD_HOURS) {
            long[] oldest = guard.remove();
            count = count * KEPT_AN_HOUR + oldest[0];
            negative = negative * KEPT_AN_HOUR + oldest[1];
            hours = hours * KEPT_AN_HOUR + 1;
        }
    }

    /** The share, a little drawn to a half so that it is never 0 or 1. */
    double share() {
        return (negative + 0.5) / (count + 1);
    }

    /** Items an hour. */
    double volume() {
        return hours == 0 ? 0 : count / hours;
    }

    boolean known() {
        return count > 0;
    }
}
