package io.throughline.contestants.charts;

/**
 * Exponentially weighted moving average of the shares of spans, with a weight of .2 (Roberts 1959),
 * in standard deviations of what it varies by when nothing has changed.
 */
final class Ewma extends SpanChart {

    private static final double LAMBDA = 0.2;

    Ewma(int hours) {
        super("ewma", hours, hours, Charts.ladder(0.5, 9, 86));
    }

    @Override
    Judge judge(int spanHours) {
        double[] average = new double[2];
        return (count, negative, level) -> {
            double share = level.share();
            double own = share * (1 - share);
            average[0] = LAMBDA * ((double) negative / count - share) + (1 - LAMBDA) * average[0];
            average[1] = LAMBDA * LAMBDA * own / count + (1 - LAMBDA) * (1 - LAMBDA) * average[1];
            return average[0] / Math.sqrt(average[1]);
        };
    }
}
