package io.throughline.domain.detect.numeric;

import java.time.Instant;

/**
 * What a series is expected to be at an hour of the week (UTC), from what it was.
 *
 * <p>The mean of an hour of the week is drawn towards that of the hour of the day, and this towards
 * the mean of all, each the more the fewer readings it is of: a young series has no seasons yet,
 * and needs none. Old readings are forgotten exponentially.
 */
final class SeasonalBaseline {

    private static final int HOURS_A_DAY = 24;
    private static final int HOURS_A_WEEK = 168;
    private static final long SECONDS_AN_HOUR = 3_600;

    /** Readings that the coarser mean counts for. */
    private static final double SHRINKAGE = 24;

    /** Least weight of a new reading, of an hour and of all: 100 and 2,000 readings are kept. */
    private static final double FORGETTING = 0.01;

    private static final double FORGETTING_ALL = 0.0005;

    /** Share of a reading below which a deviation is the machine's, and not the series'. */
    private static final double ROUNDING = 1e-12;

    private final double[] dayMeans;
    private final int[] dayCounts;
    private final double[] weekMeans;
    private final int[] weekCounts;
    private double mean;
    private int count;

    /** Of a series without a reading. */
    SeasonalBaseline() {
        dayMeans = new double[HOURS_A_DAY];
        dayCounts = new int[HOURS_A_DAY];
        weekMeans = new double[HOURS_A_WEEK];
        weekCounts = new int[HOURS_A_WEEK];
    }

    /** As the other one stands now. */
    SeasonalBaseline(SeasonalBaseline other) {
        dayMeans = other.dayMeans.clone();
        dayCounts = other.dayCounts.clone();
        weekMeans = other.weekMeans.clone();
        weekCounts = other.weekCounts.clone();
        mean = other.mean;
        count = other.count;
    }

    /**
     * What a reading is expected to be.
     *
     * @param without what is answered before there was any reading
     */
    double expected(Instant at, double without) {
        if (count == 0) {
            return without;
        }
        int day = hour(at, HOURS_A_DAY);
        int week = hour(at, HOURS_A_WEEK);
        double ofDay = drawn(dayMeans[day], dayCounts[day], mean);
        return drawn(weekMeans[week], weekCounts[week], ofDay);
    }

    /** A reading's deviation from what is expected of it; what is no more than rounding is none. */
    double deviation(Instant at, double value) {
        double deviation = value - expected(at, value);
        return Math.abs(deviation) <= ROUNDING * Math.abs(value) ? 0 : deviation;
    }

    void learn(Instant at, double value) {
        count++;
        mean += (value - mean) * Math.max(1.0 / count, FORGETTING_ALL);
        learn(dayMeans, dayCounts, hour(at, HOURS_A_DAY), value);
        learn(weekMeans, weekCounts, hour(at, HOURS_A_WEEK), value);
    }

    private static void learn(double[] means, int[] counts, int slot, double value) {
        counts[slot]++;
        means[slot] += (value - means[slot]) * Math.max(1.0 / counts[slot], FORGETTING);
    }

    private static double drawn(double mean, int count, double towards) {
        return (count * mean + SHRINKAGE * towards) / (count + SHRINKAGE);
    }

    private static int hour(Instant at, int hours) {
        return (int) Math.floorMod(Math.floorDiv(at.getEpochSecond(), SECONDS_AN_HOUR), hours);
    }
}
