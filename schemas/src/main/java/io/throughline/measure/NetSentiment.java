package io.throughline.measure;

import io.throughline.model.StageSignal;
import java.util.Optional;

/**
 * Share positive minus share negative, with a 95 % confidence interval; all three -100 to 100.
 *
 * <p>The interval puts the Wilson score intervals of both shares together by Newcombe's
 * square-and-add method with a correlation term (R. G. Newcombe, "Improved confidence intervals for
 * the difference between binomial proportions based on paired data", Statistics in Medicine 17,
 * 1998, 2635–2650, method 10). Both shares are of the same n, so that each positive is one less
 * that can be negative: the correlation of two shares p and q of one multinomial sample, -√(pq /
 * ((1-p)(1-q))). Leaving it out, as one may for independent samples, makes the interval too narrow.
 *
 * @param n feedback with a label
 * @param low lower end of the interval
 * @param high upper end of the interval
 */
public record NetSentiment(long n, double value, double low, double high) {

    /** Net sentiment of a signal, merged or not; empty when nothing in it has a label. */
    public static Optional<NetSentiment> of(StageSignal signal) {
        return of(signal.negative(), signal.neutral(), signal.positive());
    }

    /** Net sentiment of that many labels; empty when there are none. */
    public static Optional<NetSentiment> of(long negative, long neutral, long positive) {
        long n = negative + neutral + positive;
        if (n <= 0) {
            return Optional.empty();
        }
        double good = (double) positive / n;
        double bad = (double) negative / n;
        Interval up = Interval.wilson(good, n);
        Interval down = Interval.wilson(bad, n);
        double correlation = correlation(good, bad);
        double value = good - bad;
        double below = together(good - up.low(), down.high() - bad, correlation);
        double above = together(up.high() - good, bad - down.low(), correlation);
        return Optional.of(
                new NetSentiment(
                        n,
                        100 * value,
                        100 * Math.max(-1, value - below),
                        100 * Math.min(1, value + above)));
    }

    private static double correlation(double p, double q) {
        double variances = (1 - p) * (1 - q);
        return variances == 0 ? 0 : -Math.sqrt(p * q / variances);
    }

    /** Length of the difference's arm from the arms of its two shares. */
    private static double together(double one, double other, double correlation) {
        return Math.sqrt(one * one - 2 * correlation * one * other + other * other);
    }
}
