package io.throughline.domain.watch;

import java.util.Arrays;

/**
 * How feedback spreads over the week: hour of day x day of week x hour of week, each a factor
 * around 1 that is believed as far as there is evidence for it.
 *
 * <p>A factor is the ratio of what came to what was due without it, shrunk towards 1 with the
 * weight V / (V + 1/n + κ/k): V is how much such factors vary at all, n the feedback that was due
 * and k the hours or days it was due in. So two items a day make a flat week, and a hundred an hour
 * a shaped one. Where everything is in one hour of the day, that hour is the day: a file without
 * times.
 */
final class VolumeProfile {

    private static final int DAY = HourCounts.DAY;
    private static final int WEEK = 7 * DAY;

    /** Hours of a day differ by a factor of e and more. */
    private static final double VARIES_BY_HOUR = 1;

    /** Days of a week, and hours of a week beside both, differ by a third. */
    private static final double VARIES_BY_DAY = 0.1;

    /** So many in one hour of the day, and none in another, are no chance. */
    private static final int LEAST_FOR_DATES = 10;

    private final double[] factors = new double[WEEK];

    VolumeProfile() {
        Arrays.fill(factors, 1);
    }

    /** Share of the hour against the mean hour. */
    double of(long hour) {
        return factors[slot(hour)];
    }

    /** Hours from Monday 0 h UTC; the epoch was a Thursday. */
    static int slot(long hour) {
        return (int) Math.floorMod(hour + 3L * DAY, (long) WEEK);
    }

    /**
     * @param level feedback an hour that was due at an hour, without the profile
     * @param weight of an hour by its age; 0 leaves it out
     */
    static VolumeProfile learn(
            HourCounts counts, long until, HourValue level, HourValue weight, double spread) {
        VolumeProfile profile = new VolumeProfile();
        Sums hours = new Sums(DAY);
        Sums days = new Sums(7);
        Sums slots = new Sums(WEEK);
        gather(counts, until, level, weight, profile, hours, DAY, 1);
        int only = onlyHour(counts, until);
        profile.multiply(only < 0 ? hours.factors(VARIES_BY_HOUR, spread) : all(only), DAY, 1);
        profile.normalize();
        gather(counts, until, level, weight, profile, days, 7, DAY);
        days.perGroup(DAY);
        profile.multiply(days.factors(VARIES_BY_DAY, spread), 7, DAY);
        profile.normalize();
        gather(counts, until, level, weight, profile, slots, WEEK, 1);
        profile.multiply(slots.factors(VARIES_BY_DAY, spread), WEEK, 1);
        profile.normalize();
        return profile;
    }

    /** The hour of the day in which everything is, as in a file without times; -1 when none is. */
    private static int onlyHour(HourCounts counts, long until) {
        long[] ofHour = new long[DAY];
        long all = 0;
        for (long hour = counts.begin(); hour < until; hour++) {
            ofHour[(int) Math.floorMod(hour, (long) DAY)] += counts.count(hour);
            all += counts.count(hour);
        }
        for (int hour = 0; hour < DAY; hour++) {
            if (all >= LEAST_FOR_DATES && ofHour[hour] == all) {
                return hour;
            }
        }
        return -1;
    }

    private static double[] all(int hour) {
        double[] factors = new double[DAY];
        factors[hour] = DAY;
        return factors;
    }

    private static void gather(
            HourCounts counts,
            long until,
            HourValue level,
            HourValue weight,
            VolumeProfile profile,
            Sums sums,
            int groups,
            int width) {
        for (long hour = counts.begin(); hour < until; hour++) {
            double weighs = weight.at(hour);
            if (weighs > 0) {
                int group = slot(hour) / width % groups;
                double due = level.at(hour) * profile.of(hour);
                double came =
                        Math.min(counts.count(hour), due + 4 * Math.sqrt(due + due * due) + 4);
                sums.add(group, weighs * came, weighs * due, weighs);
            }
        }
    }

    private void multiply(double[] by, int groups, int width) {
        for (int slot = 0; slot < WEEK; slot++) {
            factors[slot] *= by[slot / width % groups];
        }
    }

    private void normalize() {
        double mean = Arrays.stream(factors).sum() / WEEK;
        for (int slot = 0; slot < WEEK; slot++) {
            factors[slot] /= mean;
        }
    }

    /** A figure of each hour. */
    @FunctionalInterface
    interface HourValue {
        double at(long hour);
    }

    private static final class Sums {

        private final double[] came;
        private final double[] due;
        private final double[] times;

        Sums(int groups) {
            came = new double[groups];
            due = new double[groups];
            times = new double[groups];
        }

        void add(int group, double cameThen, double dueThen, double weight) {
            came[group] += cameThen;
            due[group] += dueThen;
            times[group] += weight;
        }

        void perGroup(int width) {
            for (int group = 0; group < times.length; group++) {
                times[group] /= width;
            }
        }

        double[] factors(double varies, double spread) {
            double[] factors = new double[came.length];
            for (int group = 0; group < factors.length; group++) {
                if (due[group] <= 0) {
                    factors[group] = 1;
                    continue;
                }
                double noise = 1 / due[group] + spread / times[group];
                double believed = varies / (varies + noise);
                factors[group] = 1 + believed * (came[group] / due[group] - 1);
            }
            return factors;
        }
    }
}
