package io.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.model.StageSignal;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoreQuantilesTest {

    @Test
    void eachIsOffByLessThanABinWhateverTheDistribution() {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            double[] scores = new double[1 + random.nextInt(300)];
            double bend = 0.2 + 3 * random.nextDouble();
            long[] histogram = new long[StageSignal.SCORE_BINS];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = 2 * Math.pow(random.nextDouble(), bend) - 1;
                histogram[(int) Math.min(19, (scores[i] + 1) * 10)]++;
            }
            Arrays.sort(scores);
            ScoreQuantiles quantiles = ScoreQuantiles.of(histogram).orElseThrow();

            assertThat(quantiles.p10()).isCloseTo(at(scores, 0.1), within(ScoreQuantiles.ERROR));
            assertThat(quantiles.p50()).isCloseTo(at(scores, 0.5), within(ScoreQuantiles.ERROR));
            assertThat(quantiles.p90()).isCloseTo(at(scores, 0.9), within(ScoreQuantiles.ERROR));
        }
    }

    @Test
    void theEndsOfTheScaleAreNotLeft() {
        long[] histogram = new long[StageSignal.SCORE_BINS];
        assertThat(ScoreQuantiles.of(histogram)).isEmpty();

        histogram[19] = 7;
        assertThat(ScoreQuantiles.of(histogram).orElseThrow().p90()).isBetween(0.9, 1.0);
    }

    /** The least score with at least this share of all at or below it. */
    private static double at(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
