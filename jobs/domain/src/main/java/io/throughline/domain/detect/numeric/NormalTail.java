package io.throughline.domain.detect.numeric;

/**
 * Probability that a standard normal variable is above a number, to about 1e-15 of itself: a series
 * near the middle and a continued fraction further out (Abramowitz and Stegun, 7.1.6 and 7.1.14).
 */
public final class NormalTail {

    private static final double SERIES_UP_TO = 2;
    private static final double PRECISION = 1e-17;

    /** Terms of the fraction: enough from {@link #SERIES_UP_TO} on. */
    private static final int DEPTH = 120;

    private NormalTail() {}

    /**
     * The tail above a number.
     *
     * @param z at least 0, in standard deviations
     */
    public static double of(double z) {
        double x = z / Math.sqrt(2);
        return 0.5 * (x < SERIES_UP_TO ? 1 - series(x) : fraction(x));
    }

    /** The error function. */
    private static double series(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; term > PRECISION * sum; n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
    }

    /** The complementary error function. */
    private static double fraction(double x) {
        double below = x;
        for (int k = DEPTH; k >= 1; k--) {
            below = x + k / 2.0 / below;
        }
        return Math.exp(-x * x) / Math.sqrt(Math.PI) / below;
    }
}
