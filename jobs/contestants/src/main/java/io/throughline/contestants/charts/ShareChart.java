package io.throughline.contestants.charts;

/**
 * Shewhart's chart of a share: alarm when it is so many standard deviations of the binomial above
 * what it usually is. Three is custom; the ladder goes past it.
 */
final class ShareChart extends SpanChart {

    ShareChart(int hours) {
        super("p-chart", hours, 1, Charts.ladder(0.5, 9, 86));
    }

    @Override
    Judge judge(int spanHours) {
        return (count, negative, level) -> {
            double share = level.share();
            return ((double) negative / count - share) / Math.sqrt(share * (1 - share) / count);
        };
    }
}
