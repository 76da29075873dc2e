package io.throughline.local.nab;

import java.util.List;

/**
 * What a detection is worth, row by row, before a profile weighs it.
 *
 * <p>A detection inside a window is worth more the earlier it is, one after a window costs the more
 * the further away it is, and one before any window costs 1. The first rows of a file are for
 * learning, and nothing there counts.
 *
 * @param window number of the window a row is in, {@link #NONE} outside, {@link #PROBATION} while
 *     learning
 * @param value 1 at the left edge of a window falling to almost 0 at its right edge; 0 to -1 after
 *     it
 */
record RowValues(int[] window, double[] value) {

    static final int NONE = -1;
    static final int PROBATION = -2;

    /** Share of a file that is for learning, and the number of rows of which the share is taken. */
    private static final double PROBATION_SHARE = 0.15;

    private static final int PROBATION_OF_ROWS = 5_000;

    static RowValues of(NabSeries series) {
        int rows = series.rows();
        int[] window = new int[rows];
        double[] value = new double[rows];
        List<NabWindow> windows = series.windows();
        double best = sigmoid(-1);
        int next = 0;
        int current = NONE;
        NabWindow before = null;
        for (int row = 0; row < rows; row++) {
            if (current == NONE && next < windows.size() && windows.get(next).first() == row) {
                current = next++;
            }
            window[row] = row < probation(rows) ? PROBATION : current;
            if (current != NONE) {
                NabWindow in = windows.get(current);
                value[row] = sigmoid(-(in.last() - row + 1.0) / in.length()) / best;
                if (row == in.last()) {
                    before = in;
                    current = NONE;
                }
            } else {
                value[row] = before == null ? -1 : after(before, row);
            }
        }
        return new RowValues(window, value);
    }

    /** Rows at the beginning of a file that do not count. */
    static double probation(int rows) {
        return Math.min(Math.floor(PROBATION_SHARE * rows), PROBATION_SHARE * PROBATION_OF_ROWS);
    }

    /** A window of one row has no width to measure a distance by: all after it is far away. */
    private static double after(NabWindow window, int row) {
        return window.length() == 1 ? -1 : sigmoid((row - window.last()) / (window.length() - 1.0));
    }

    /**
     * The scoring function of the benchmark.
     *
     * @param position -1 is the left edge of a window, 0 its right edge, 1 as far behind it again
     */
    static double sigmoid(double position) {
        return position > 3 ? -1 : 2 / (1 + Math.exp(5 * position)) - 1;
    }
}
