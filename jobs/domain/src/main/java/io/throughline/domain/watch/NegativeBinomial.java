package io.throughline.domain.watch;

/**
 * Tails of counts with more spread than Poisson's: mean μ, variance μ + κμ². With κ = 0 it is
 * Poisson's. Tails are summed term by term from the count outwards, where the terms fall.
 */
final class NegativeBinomial {

    /** Below it, the spread cannot be told from Poisson's and the sum would lose digits. */
    private static final double LEAST_SPREAD = 1e-9;

    private static final int MOST_TERMS = 200_000;
    private static final double ENOUGH = 1e-9;

    /** Lanczos' approximation with g = 7 and nine coefficients (Godfrey, 2001). */
    private static final double[] LANCZOS = {
        0.99999999999980993,
        676.5203681218851,
        -1259.1392167224028,
        771.32342877765313,
        -176.61502916214059,
        12.507343278686905,
        -0.13857109526572012,
        9.9843695780195716e-6,
        1.5056327351493116e-7
    };

    private final double mean;
    private final double spread;

    /**
     * @param mean above 0
     * @param spread κ, 0 or more
     */
    NegativeBinomial(double mean, double spread) {
        this.mean = mean;
        this.spread = spread < LEAST_SPREAD ? 0 : spread;
    }

    double variance() {
        return mean + spread * mean * mean;
    }

    /** Chance of that count or more. */
    double atLeast(long count) {
        if (count <= mean) {
            return 1;
        }
        double term = Math.exp(logOf(count));
        double sum = term;
        for (long k = count + 1; k < count + MOST_TERMS && term > sum * ENOUGH; k++) {
            term *= ratio(k);
            sum += term;
        }
        return Math.min(1, sum);
    }

    /** Chance of that count or less. */
    double atMost(long count) {
        if (count >= mean) {
            return 1;
        }
        double term = Math.exp(logOf(count));
        double sum = term;
        for (long k = count; k > 0 && term > sum * ENOUGH; k--) {
            term /= ratio(k);
            sum += term;
        }
        return Math.min(1, sum);
    }

    /** Chance of k over that of k − 1. */
    private double ratio(long k) {
        if (spread == 0) {
            return mean / k;
        }
        double size = 1 / spread;
        return (k - 1 + size) / k * (mean / (mean + size));
    }

    private double logOf(long k) {
        if (spread == 0) {
            return k * Math.log(mean) - mean - logGamma(k + 1.0);
        }
        double size = 1 / spread;
        return logGamma(k + size)
                - logGamma(size)
                - logGamma(k + 1.0)
                - size * Math.log1p(mean * spread)
                + k * (Math.log(mean) - Math.log(mean + size));
    }

    /** Natural logarithm of the gamma function, of x above 0. */
    static double logGamma(double x) {
        if (x < 0.5) {
            return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
        }
        double z = x - 1;
        double sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (z + i);
        }
        double t = z + 7.5;
        return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
    }
}
