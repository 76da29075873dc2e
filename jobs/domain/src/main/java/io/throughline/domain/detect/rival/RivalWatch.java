package io.throughline.domain.detect.rival;

import io.throughline.domain.detect.WindowSums;

/** A rival at work on one stage. */
public interface RivalWatch {

    /** It decides nothing with this window. */
    double NOTHING = Double.NaN;

    /**
     * Takes the next window in; windows follow each other without a gap.
     *
     * @param window null when nobody said anything in it
     * @return the statistic that is held against the threshold, or {@link #NOTHING}
     */
    double next(WindowSums window);
}
