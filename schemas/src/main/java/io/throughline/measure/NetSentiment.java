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

    private static final double Z = 1.959963984540054;

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
        Share up = Share.of(positive, n);
        Share down = Share.of(negative, n);
        double correlation = correlation(up.share, down.share);
        double value = up.share - down.share;
        double below = together(up.share - up.low, down.high - down.share, correlation);
        double above = together(up.high - up.share, down.share - down.low, correlation);
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

    /** A share with its Wilson score interval (E. B. Wilson, JASA 22, 1927, 209–212). */
    private record Share(double share, double low, double high) {

        static Share of(long hits, long n) {
            double share = (double) hits / n;
            double z2 = Z * Z / n;
            double centre = (share + z2 / 2) / (1 + z2);
            double arm = Z * Math.sqrt(share * (1 - share) / n + z2 / 4 / n) / (1 + z2);
            return new Share(share, Math.max(0, centre - arm), Math.min(1, centre + arm));
        }
    }
}
