package io.throughline.domain.detect.numeric;

import java.util.Arrays;

/** Where a series usually is, and how far from there: median and robust deviation of the past. */
final class Level {

    /** They are found anew after so many readings. */
    private static final int RENEW = 20;

    /** Of a normal distribution, one standard deviation below and above the median. */
    private static final double LOW = 0.1587;

    private static final double HIGH = 0.8413;

    private final History history;
    private int sinceRenewed = RENEW;
    private double median;
    private double deviation;

    Level(int memory) {
        this.history = new History(memory);
    }

    /**
     * The median of what was added.
     *
     * @param without what it is when nothing was
     */
    double median(double without) {
        return history.size() == 0 ? without : median;
    }

    /** Half the distance between the quantiles a standard deviation below and above the median. */
    double deviation() {
        return deviation;
    }

    void add(double value) {
        history.add(value);
        if (history.size() > RENEW && ++sinceRenewed < RENEW) {
            return;
        }
        sinceRenewed = 0;
        double[] seen = history.copy();
        Arrays.sort(seen);
        median = (seen[(seen.length - 1) / 2] + seen[seen.length / 2]) / 2;
        deviation = (at(seen, HIGH) - at(seen, LOW)) / 2;
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
