package io.throughline.console;

import io.throughline.measure.Interval;

/**
 * A negative share with its 95 % interval.
 *
 * @param value 0 to 1
 * @param low lower end of the interval
 * @param high upper end of the interval
 */
record Share(double value, double low, double high) {

    /**
     * The share of some among all.
     *
     * @param all above 0
     */
    static Share of(long some, long all) {
        double share = (double) some / all;
        Interval interval = Interval.wilson(share, all);
        return new Share(share, interval.low(), interval.high());
    }
}
