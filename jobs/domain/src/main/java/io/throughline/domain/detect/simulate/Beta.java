package io.throughline.domain.detect.simulate;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Quantiles of the beta distribution of a share that varies: with mean {@code m} and correlation
 * {@code r} of the labels drawn with it, its parameters are {@code m(1/r − 1)} and {@code (1 −
 * m)(1/r − 1)}. Read off a table of its density's sums.
 */
final class Beta {

    private static final int STEPS = 4000;
    private static final Map<String, double[]> TABLES = new ConcurrentHashMap<>();

    private Beta() {}

    static double quantile(double quantile, double mean, double correlation) {
        double[] sums =
                TABLES.computeIfAbsent(mean + "/" + correlation, key -> table(mean, correlation));
        int low = 0;
        int high = STEPS;
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (sums[middle] <= quantile) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double within = (quantile - sums[low]) / Math.max(1e-300, sums[high] - sums[low]);
        return (low + within) / STEPS;
    }

    private static double[] table(double mean, double correlation) {
        double strength = 1 / correlation - 1;
        double a = mean * strength - 1;
        double b = (1 - mean) * strength - 1;
        double[] sums = new double[STEPS + 1];
        for (int i = 0; i < STEPS; i++) {
            double x = (i + 0.5) / STEPS;
            sums[i + 1] =
                    sums[i] + StrictMath.exp(a * StrictMath.log(x) + b * StrictMath.log1p(-x));
        }
        for (int i = 0; i <= STEPS; i++) {
            sums[i] /= sums[STEPS];
        }
        return sums;
    }
}
