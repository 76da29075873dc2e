package io.throughline.domain.detect;

/**
 * Quantiles of the standard normal distribution, by a rational approximation with an absolute error
 * below 4.5e-4 (Abramowitz and Stegun, Handbook of Mathematical Functions, 1964, 26.2.23): enough
 * to spread places, not to decide.
 */
final class NormalQuantile {

    private NormalQuantile() {}

    static double of(double chance) {
        double tail = Math.min(chance, 1 - chance);
        double t = StrictMath.sqrt(-2 * StrictMath.log(tail));
        double top = 2.515517 + t * (0.802853 + t * 0.010328);
        double bottom = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
        double quantile = t - top / bottom;
        return chance < 0.5 ? -quantile : quantile;
    }
}
