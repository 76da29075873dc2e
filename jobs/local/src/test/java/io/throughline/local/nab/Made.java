package io.throughline.local.nab;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Series made for tests. */
final class Made {

    private Made() {}

    /** A series of zeros, a reading a minute. */
    static NabSeries series(int rows, NabWindow... windows) {
        return named("made/series.csv", rows, windows);
    }

    static NabSeries named(String file, int rows, NabWindow... windows) {
        return new NabSeries(
                file,
                IntStream.range(0, rows).mapToObj(row -> Instant.ofEpochSecond(60L * row)).toList(),
                new double[rows],
                List.of(windows));
    }

    /** The series with a score of 1 at some rows and 0 at the others. */
    static ScoredSeries detected(NabSeries series, int... rows) {
        double[] scores = new double[series.rows()];
        for (int row : rows) {
            scores[row] = 1;
        }
        return new ScoredSeries(series, scores);
    }
}
