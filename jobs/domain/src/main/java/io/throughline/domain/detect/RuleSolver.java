package io.throughline.domain.detect;

import java.util.SplittableRandom;

/**
 * Thresholds at which the whole rule keeps its budget, by simulation from a seed that is part of
 * the method: the same setting gives the same thresholds.
 *
 * <p>False alarms are rare, so they are simulated where they are common, under a change, and each
 * counts by its likelihood ratio (importance sampling; Siegmund, "Importance sampling in the Monte
 * Carlo study of sequential tests", Annals of Statistics 4(4), 1976, 673–684). S returns to 0 again
 * and again, so the rate of false alarms is the chance of one in a run from 0 by the mean length of
 * a run. What is expected was learned and is therefore wrong: the rate is the mean over where the
 * truth may be.
 */
final class RuleSolver {

    private static final double FAST_PART = 0.1;
    private static final double LEAST_THRESHOLD = 1;
    private static final double LEAST_LIMIT = 4;
    private static final double GREATEST_LIMIT = 12;
    private static final int HALVINGS = 30;

    private RuleSolver() {}

    static Limits solve(RuleSetting setting) {
        RunSample sample = RunSample.of(setting, new SplittableRandom(20_240_101));
        double rate = 1 / setting.outcomes();
        double limit = LEAST_LIMIT;
        double high = GREATEST_LIMIT;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (limit + high) / 2;
            if (sample.rate(Double.POSITIVE_INFINITY, middle) > FAST_PART * rate) {
                limit = middle;
            } else {
                high = middle;
            }
        }
        double low = LEAST_THRESHOLD;
        double upper = RunSample.GREATEST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + upper) / 2;
            if (sample.rate(middle, high) > rate) {
                low = middle;
            } else {
                upper = middle;
            }
        }
        return new Limits(upper, high);
    }
}
