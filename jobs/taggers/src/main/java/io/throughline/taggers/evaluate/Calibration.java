package io.throughline.taggers.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether confidence means what it says: of the answers at confidence .8, eight in ten should be
 * right.
 *
 * @param error expected calibration error, 0 to 1: the mean distance between confidence and
 *     accuracy over ten bins of equal width, each weighted by its share of the answers (Guo et al.,
 *     On Calibration of Modern Neural Networks, ICML 2017, equation 3)
 * @param bins the ten bins, from unsure to sure; a bin may be empty
 */
public record Calibration(double error, List<Bin> bins) {

    private static final int BINS = 10;

    public Calibration {
        bins = List.copyOf(bins);
    }

    /**
     * Answers whose confidence is within a tenth.
     *
     * @param from lower end; it belongs to the bin below, but for the first
     * @param to upper end; it belongs to the bin
     * @param answers how many
     * @param confidence their mean confidence; 0 when there are none
     * @param accuracy share of them that is right; 0 when there are none
     */
    public record Bin(double from, double to, long answers, double confidence, double accuracy) {}

    static Calibration of(List<Answer> answers) {
        long[] counts = new long[BINS];
        long[] right = new long[BINS];
        double[] confidence = new double[BINS];
        long all = 0;
        for (Answer answer : answers) {
            if (answer.isNamed()) {
                int bin = Math.max(0, (int) Math.ceil(answer.confidence() * BINS) - 1);
                counts[bin]++;
                right[bin] += answer.isRight() ? 1 : 0;
                confidence[bin] += answer.confidence();
                all++;
            }
        }
        double error = 0;
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            double mean = counts[bin] == 0 ? 0 : confidence[bin] / counts[bin];
            double accuracy = Matrix.ratio(right[bin], counts[bin]);
            error += Matrix.ratio(counts[bin], all) * Math.abs(accuracy - mean);
            bins.add(
                    new Bin(
                            (double) bin / BINS,
                            (double) (bin + 1) / BINS,
                            counts[bin],
                            mean,
                            accuracy));
        }
        return new Calibration(error, bins);
    }
}
