package io.throughline.contestants.series;

import io.throughline.domain.detect.numeric.NormalTail;
import io.throughline.domain.detect.numeric.SeriesScorer;
import java.time.Instant;
import java.util.Arrays;

/**
 * One minus the tail probability of a reading under a normal distribution fitted to the readings
 * before it: a window of 6,400, refitted with every reading while it fills and every 100 readings
 * from then on. Window and step are the published ones, tuned by their authors on the benchmark.
 *
 * <p>Scores have 12 digits, as in the published result files. That matters: the best threshold is
 * 1, and what is rounded up to it is a detection.
 */
final class WindowedGaussian implements SeriesScorer {

    private static final int WINDOW = 6_400;
    private static final int STEP = 100;

    private static final double DIGITS = 1e12;

    /** Deviation of a window in which all readings are the same. */
    private static final double FLAT = 0.000001;

    private final double[] window = new double[WINDOW];
    private final double[] waiting = new double[STEP];
    private int filled;
    private int waits;
    private double mean;
    private double deviation = 1;

    @Override
    public double score(Instant at, double value) {
        double score = filled == 0 ? 0 : 1 - NormalTail.of(Math.abs(value - mean) / deviation);
        if (filled < WINDOW) {
            window[filled++] = value;
            fit();
        } else {
            waiting[waits++] = value;
            if (waits == STEP) {
                System.arraycopy(window, STEP, window, 0, WINDOW - STEP);
                System.arraycopy(waiting, 0, window, WINDOW - STEP, STEP);
                waits = 0;
                fit();
            }
        }
        return Math.rint(score * DIGITS) / DIGITS;
    }

    private void fit() {
        mean = Arrays.stream(window, 0, filled).sum() / filled;
        double squares = 0;
        for (int i = 0; i < filled; i++) {
            squares += (window[i] - mean) * (window[i] - mean);
        }
        double found = Math.sqrt(squares / filled);
        deviation = found == 0 ? FLAT : found;
    }
}
