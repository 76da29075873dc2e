package io.throughline.contestants.series;

import io.throughline.domain.detect.numeric.SeriesEngine;
import io.throughline.domain.detect.numeric.SeriesScorer;

/**
 * Fires every so many readings without looking at them. The benchmark counts one detection a window
 * and charges little for a false one, so even this gets points: a score is worth what it is above.
 */
public final class MetronomeEngine implements SeriesEngine {

    /** Of the periods 50 to 800 the one that gets most over all files. */
    private static final int PERIOD = 500;

    @Override
    public String id() {
        return "metronome";
    }

    @Override
    public SeriesScorer scorer(long seed) {
        int[] readings = new int[1];
        return (at, value) -> readings[0]++ % PERIOD == 0 ? 1 : 0;
    }
}
