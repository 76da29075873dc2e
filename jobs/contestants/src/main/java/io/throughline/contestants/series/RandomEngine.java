package io.throughline.contestants.series;

import io.throughline.domain.detect.numeric.SeriesEngine;
import io.throughline.domain.detect.numeric.SeriesScorer;
import java.util.Random;

/** Rolls dice, in every series the same ones, as the benchmark's own does: what luck is worth. */
public final class RandomEngine implements SeriesEngine {

    @Override
    public String id() {
        return "random";
    }

    @Override
    public SeriesScorer scorer(long seed) {
        Random random = new Random(seed);
        return (at, value) -> random.nextDouble();
    }
}
