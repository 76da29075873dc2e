package io.throughline.local.nab;

/**
 * A series with what a detector said about it.
 *
 * @param scores one a row, 0 to 1: how surely the row is abnormal
 */
record ScoredSeries(NabSeries series, double[] scores) {

    ScoredSeries {
        if (scores.length != series.rows()) {
            throw new IllegalArgumentException(
                    series.file()
                            + " has "
                            + series.rows()
                            + " rows and "
                            + scores.length
                            + " scores");
        }
    }
}
