package io.throughline.contestants.charts;

import io.throughline.domain.detect.WindowSums;
import io.throughline.domain.detect.rival.Rival;
import io.throughline.domain.detect.rival.RivalWatch;
import java.time.Duration;

/**
 * Bernoulli CUSUM tuned for twice the odds, every item held against the one share of the whole
 * stage: no channels, no hours of the week, no dispersion (Reynolds and Stoumbos 1999).
 */
final class PlainCusumChart implements Rival {

    private static final double RATIO = 2;

    @Override
    public String id() {
        return "plain-cusum";
    }

    @Override
    public String setting() {
        return "each window";
    }

    @Override
    public double[] thresholds() {
        return Charts.ladder(1, 31, 121);
    }

    @Override
    public RivalWatch watch(Duration window) {
        Level level = new Level();
        Span hour = new Span(level, 1, 1, window);
        double[] sum = new double[1];
        return sums -> {
            hour.add(sums);
            if (sums == null || !level.known()) {
                return RivalWatch.NOTHING;
            }
            sum[0] = Math.max(0, sum[0] + score(sums, level.share()));
            return sum[0];
        };
    }

    private static double score(WindowSums sums, double share) {
        return Span.negatives(sums) * Math.log(RATIO)
                - Span.items(sums) * Math.log(1 - share + RATIO * share);
    }
}
