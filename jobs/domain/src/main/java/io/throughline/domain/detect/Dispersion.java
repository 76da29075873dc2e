package io.throughline.domain.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How much more the negative share varies than independent feedback would: squared residuals by
 * their variance over blocks of one hour, six and 24, the greatest, never below 1 (the idea of
 * Laney, "Improved control charts for attributes", Quality Engineering 14(4), 2002, 531–537).
 *
 * <p>Sums are divided rather than ratios averaged, so that blocks of two feedback tell something
 * too: a quiet stage has no others. Blocks are judged by what was expected before they were
 * learned, so their variance has that of the expectation in it. Some blocks as dispersed as
 * independence would have them are taken for granted, or the greatest of three would be chance.
 */
final class Dispersion {

    private static final long[] BLOCK_HOURS = {1, 6, 24};
    private static final double[] GRANTED = {10, 10, 20};
    private static final int FIELDS = 6;

    // per block length: block, residual, variance, weight; then the sums
    private final long[] block = {Long.MIN_VALUE, Long.MIN_VALUE, Long.MIN_VALUE};
    private final double[] residual = new double[BLOCK_HOURS.length];
    private final double[] variance = new double[BLOCK_HOURS.length];
    private final double[] weight = new double[BLOCK_HOURS.length];
    private final double[] square = new double[BLOCK_HOURS.length];
    private final double[] independent = new double[BLOCK_HOURS.length];
    private final double[] blocks = new double[BLOCK_HOURS.length];

    /**
     * Takes an hour in.
     *
     * @param difference of the negative weight from what was expected
     * @param ofIndependent variance of that difference, were feedback independent
     * @param total weight of the hour
     * @param known observations that the expectation rests on
     */
    void add(long hour, double difference, double ofIndependent, double total, double known) {
        for (int i = 0; i < BLOCK_HOURS.length; i++) {
            long at = Math.floorDiv(hour, BLOCK_HOURS[i]);
            if (at != block[i]) {
                close(i, known);
                block[i] = at;
            }
            residual[i] += difference;
            variance[i] += ofIndependent;
            weight[i] += total;
        }
    }

    private void close(int i, double known) {
        if (variance[i] > 0) {
            square[i] += residual[i] * residual[i];
            independent[i] += variance[i] * (1 + weight[i] / Math.max(1, known));
            blocks[i]++;
        }
        residual[i] = 0;
        variance[i] = 0;
        weight[i] = 0;
    }

    void forget(double factor) {
        for (int i = 0; i < BLOCK_HOURS.length; i++) {
            square[i] *= factor;
            independent[i] *= factor;
            blocks[i] *= factor;
        }
    }

    /** At least 1. */
    double factor() {
        double greatest = 1;
        for (int i = 0; i < BLOCK_HOURS.length; i++) {
            if (blocks[i] > 0) {
                double granted = GRANTED[i] * independent[i] / blocks[i];
                greatest = Math.max(greatest, (square[i] + granted) / (independent[i] + granted));
            }
        }
        return greatest;
    }

    void write(DataOutput out) throws IOException {
        for (int i = 0; i < BLOCK_HOURS.length; i++) {
            out.writeLong(block[i]);
            for (double[] field : fields()) {
                out.writeDouble(field[i]);
            }
        }
    }

    static Dispersion read(DataInput in) throws IOException {
        Dispersion dispersion = new Dispersion();
        double[][] fields = dispersion.fields();
        for (int i = 0; i < BLOCK_HOURS.length; i++) {
            dispersion.block[i] = in.readLong();
            for (int field = 0; field < FIELDS; field++) {
                fields[field][i] = in.readDouble();
            }
        }
        return dispersion;
    }

    private double[][] fields() {
        return new double[][] {residual, variance, weight, square, independent, blocks};
    }
}
