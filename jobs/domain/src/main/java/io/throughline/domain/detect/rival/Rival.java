package io.throughline.domain.detect.rival;

import java.time.Duration;

/**
 * Another way of finding drops of sentiment, to be measured beside the detector. Its alarm is a
 * statistic above a threshold, so that one pass over a stream tells of all thresholds. Found by
 * {@link Rivals}; thread-safe.
 */
public interface Rival {

    /** Names the way, e.g. {@code ewma}. */
    String id();

    /** Names the setting, e.g. {@code 6h}: of one way the best setting counts. */
    String setting();

    /** Thresholds worth trying, ascending. */
    double[] thresholds();

    /**
     * Begins to watch a stage.
     *
     * @param window length of the windows it will be fed with
     */
    RivalWatch watch(Duration window);
}
