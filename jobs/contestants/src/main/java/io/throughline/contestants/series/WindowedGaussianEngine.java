package io.throughline.contestants.series;

import io.throughline.domain.detect.numeric.SeriesEngine;
import io.throughline.domain.detect.numeric.SeriesScorer;

/** The benchmark's windowed Gaussian. */
public final class WindowedGaussianEngine implements SeriesEngine {

    @Override
    public String id() {
        return "windowed-gaussian";
    }

    @Override
    public SeriesScorer scorer(long seed) {
        return new WindowedGaussian();
    }
}
