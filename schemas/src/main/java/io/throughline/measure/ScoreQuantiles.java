package io.throughline.measure;

import io.throughline.model.StageSignal;
import java.util.Optional;

/**
 * The score below which a tenth, half and nine tenths of the labelled feedback lie, from the
 * histogram of a signal. A quantile is known to its bin and interpolated within it, so each is off
 * by less than {@link #ERROR}, whatever the distribution and however many windows were added up.
 *
 * @param p10 -1 to 1, as the others
 */
public record ScoreQuantiles(double p10, double p50, double p90) {

    /** Width of a bin: the largest error. */
    public static final double ERROR = 2.0 / StageSignal.SCORE_BINS;

    private static final double LOW = 0.1;
    private static final double MIDDLE = 0.5;
    private static final double HIGH = 0.9;

    /** The quantiles; empty when the histogram is. */
    public static Optional<ScoreQuantiles> of(long[] histogram) {
        long total = 0;
        for (long count : histogram) {
            total += count;
        }
        return total <= 0
                ? Optional.empty()
                : Optional.of(
                        new ScoreQuantiles(
                                quantile(histogram, total, LOW),
                                quantile(histogram, total, MIDDLE),
                                quantile(histogram, total, HIGH)));
    }

    private static double quantile(long[] histogram, long total, double share) {
        double rank = share * total;
        double below = 0;
        int bin = 0;
        while (bin < histogram.length - 1 && below + histogram[bin] < rank) {
            below += histogram[bin];
            bin++;
        }
        double within = histogram[bin] == 0 ? 0 : (rank - below) / histogram[bin];
        return -1 + ERROR * (bin + Math.min(1, within));
    }
}
