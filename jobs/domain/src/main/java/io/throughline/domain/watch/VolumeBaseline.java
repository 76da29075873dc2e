package io.throughline.domain.watch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Feedback that is due an hour: a level with a trend, times the profile of the week, learnt from
 * the hours before a day.
 *
 * <p>The level is a straight line through the days, weighted by age, with days cut off at three
 * standard deviations, so that one odd day does not lift the next, and days that are odd again and
 * again are no longer odd. Its slope is shrunk: a stage grows or shrinks by about one percent a
 * day, and a steeper slope needs evidence.
 */
final class VolumeBaseline {

    private static final double SLOPE_A_DAY = 0.01;
    private static final double OUTLIER = 3;
    private static final int PASSES = 3;
    private static final int FARTHEST_DAYS = 7;

    private final long until;
    private final double level;
    private final double slope;
    private final double[] week;

    private VolumeBaseline(long until, double level, double slope, double[] week) {
        this.until = until;
        this.level = level;
        this.slope = slope;
        this.week = week;
    }

    /** Feedback due in that hour. */
    double at(long hour) {
        return line(hour, until, level, slope) * week[VolumeProfile.slot(hour)];
    }

    private static double line(long hour, long until, double level, double slope) {
        double days = Math.min(FARTHEST_DAYS, (double) (hour - until) / HourCounts.DAY);
        return Math.max(level / 4, level + slope * days);
    }

    /**
     * Learns from all hours before one.
     *
     * @param halfLifeDays in which an hour loses half of its weight
     * @param spread κ of an hour, as far as it is known
     * @return null when nothing came in them
     */
    static VolumeBaseline learn(HourCounts counts, long until, double halfLifeDays, double spread) {
        VolumeProfile.HourValue weight = weights(counts, until, halfLifeDays);
        VolumeProfile profile = new VolumeProfile();
        double[] line = {0, 0};
        for (int pass = 0; pass < 2; pass++) {
            line = line(counts, until, profile, weight);
            if (line[0] <= 0) {
                return null;
            }
            double level = line[0];
            double slope = line[1];
            profile =
                    VolumeProfile.learn(
                            counts, until, hour -> line(hour, until, level, slope), weight, spread);
        }
        line = line(counts, until, profile, weight);
        double[] week = new double[7 * HourCounts.DAY];
        for (int hour = 0; hour < week.length; hour++) {
            week[VolumeProfile.slot(hour)] = profile.of(hour);
        }
        return line[0] <= 0 ? null : new VolumeBaseline(until, line[0], line[1], week);
    }

    private static VolumeProfile.HourValue weights(
            HourCounts counts, long until, double halfLifeDays) {
        long begin = counts.begin();
        double[] byAge = new double[(int) (until - begin) + 1];
        double kept = Math.pow(2, -1 / (HourCounts.DAY * halfLifeDays));
        byAge[0] = 1;
        for (int age = 1; age < byAge.length; age++) {
            byAge[age] = byAge[age - 1] * kept;
        }
        return hour -> counts.learnt(hour) ? byAge[(int) (until - hour)] : 0;
    }

    private static double[] line(
            HourCounts counts, long until, VolumeProfile profile, VolumeProfile.HourValue weight) {
        int days = (int) ((until - counts.begin() + HourCounts.DAY - 1) / HourCounts.DAY);
        double[] came = new double[days];
        double[] due = new double[days];
        double[] weights = new double[days];
        for (long hour = counts.begin(); hour < until; hour++) {
            int day = (int) ((until - 1 - hour) / HourCounts.DAY);
            if (weight.at(hour) > 0) {
                came[day] += counts.count(hour);
                due[day] += profile.of(hour);
                weights[day] = weight.at(hour);
            }
        }
        double[] kept = came.clone();
        double[] line = fit(kept, due, weights);
        for (int pass = 1; pass < PASSES && line[0] > 0; pass++) {
            cut(came, kept, due, line);
            line = fit(kept, due, weights);
        }
        return line;
    }

    /** Cuts off days that lie far from the line. */
    private static void cut(double[] came, double[] kept, double[] due, double[] line) {
        double chi = 0;
        int days = 0;
        for (int day = 0; day < came.length; day++) {
            if (due[day] > 0) {
                double expected = due[day] * on(line, day);
                chi += square(kept[day] - expected) / expected;
                days++;
            }
        }
        double deviation = Math.max(1, Math.sqrt(chi / Math.max(1, days)));
        for (int day = 0; day < came.length; day++) {
            double expected = due[day] * on(line, day);
            double arm = OUTLIER * deviation * Math.sqrt(expected);
            kept[day] = Math.max(expected - arm, Math.min(expected + arm, came[day]));
        }
    }

    /** Level of the middle of a day, counted backwards from the newest. */
    private static double on(double[] line, int day) {
        return Math.max(line[0] / 4, line[0] - line[1] * (day + 0.5));
    }

    /** Level now and slope a day. */
    private static double[] fit(double[] came, double[] due, double[] weights) {
        double weighed = 0;
        double sumX = 0;
        double sumY = 0;
        for (int day = 0; day < came.length; day++) {
            weighed += weights[day] * due[day];
            sumX -= weights[day] * due[day] * (day + 0.5);
            sumY += weights[day] * came[day];
        }
        if (weighed <= 0 || sumY <= 0) {
            return new double[] {0, 0};
        }
        double meanX = sumX / weighed;
        double meanY = sumY / weighed;
        double xx = 0;
        double xy = 0;
        double chi = 0;
        int times = 0;
        for (int day = 0; day < came.length; day++) {
            if (due[day] > 0) {
                double x = -(day + 0.5) - meanX;
                xx += weights[day] * due[day] * x * x;
                xy += weights[day] * x * (came[day] - due[day] * meanY);
                chi += square(came[day] - due[day] * meanY) / (due[day] * meanY);
                times++;
            }
        }
        double dispersion = Math.max(1, times > 1 ? chi / (times - 1) : 1);
        double prior = dispersion / (meanY * SLOPE_A_DAY * SLOPE_A_DAY);
        double slope = xy / (xx + prior);
        double level = Math.max(meanY / 4, meanY - slope * meanX);
        return new double[] {level, slope};
    }

    private static double square(double x) {
        return x * x;
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(until);
        out.writeDouble(level);
        out.writeDouble(slope);
        for (double factor : week) {
            out.writeDouble(factor);
        }
    }

    static VolumeBaseline read(DataInput in) throws IOException {
        long until = in.readLong();
        double level = in.readDouble();
        double slope = in.readDouble();
        double[] week = new double[7 * HourCounts.DAY];
        for (int i = 0; i < week.length; i++) {
            week[i] = in.readDouble();
        }
        return new VolumeBaseline(until, level, slope, week);
    }
}
