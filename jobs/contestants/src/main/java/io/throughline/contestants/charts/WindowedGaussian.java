package io.throughline.contestants.charts;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Alarm when the share of a span is so many standard deviations of the shares of the last four
 * weeks above their mean: the usual baseline of anomaly benchmarks.
 */
final class WindowedGaussian extends SpanChart {

    private static final int HOURS = 28 * 24;
    private static final int LEAST = 7 * 24;

    WindowedGaussian(int hours) {
        super("windowed-gaussian", hours, 1, Charts.ladder(0.5, 9, 86));
    }

    @Override
    Judge judge(int spanHours) {
        Deque<Double> shares = new ArrayDeque<>();
        double[] sums = new double[2];
        return (count, negative, level) -> {
            double share = (double) negative / count;
            double statistic = Double.NaN;
            if (shares.size() >= LEAST) {
                double mean = sums[0] / shares.size();
                double variance = Math.max(1e-6, sums[1] / shares.size() - mean * mean);
                statistic = (share - mean) / Math.sqrt(variance);
            }
            shares.add(share);
            sums[0] += share;
            sums[1] += share * share;
            if (shares.size() > HOURS) {
                double oldest = shares.remove();
                sums[0] -= oldest;
                sums[1] -= oldest * oldest;
            }
            return statistic;
        };
    }
}
