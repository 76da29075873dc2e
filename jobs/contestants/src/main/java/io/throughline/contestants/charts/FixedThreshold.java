package io.throughline.contestants.charts;

/** Alarm when the negative share is so many points above what it usually is. */
final class FixedThreshold extends SpanChart {

    FixedThreshold(int hours) {
        super("fixed-threshold", hours, 1, Charts.ladder(0.02, 0.76, 75));
    }

    @Override
    Judge judge(int spanHours) {
        return (count, negative, level) -> (double) negative / count - level.share();
    }
}
