package io.throughline.domain.detect.numeric;

import java.time.Instant;

/** Says of one reading after the other how abnormal it is, knowing only those before it. */
public interface SeriesScorer {

    /**
     * Takes the next reading.
     *
     * @param at when it was taken; readings come in the order of their source, which may repeat a
     *     time or go back
     * @param value finite
     * @return 0 nothing special, to 1 certainly abnormal
     * @throws IllegalArgumentException when the value is not finite
     */
    double score(Instant at, double value);
}
