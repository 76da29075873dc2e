package io.throughline.domain.detect;

import io.throughline.alert.Direction;
import java.util.NavigableMap;

/**
 * One-sided p′ limit for cliffs: how many standard errors the share of the shortest trailing span
 * with enough feedback is past what was expected, with the dispersion in the standard error (Laney,
 * Quality Engineering 14(4), 2002, 531–537). Spans are at most six hours long.
 */
final class FastPath {

    private static final long LONGEST_SECONDS = 6 * 3600;

    private FastPath() {}

    /** Negative infinity when there is no span with enough. */
    static double statistic(
            NavigableMap<Long, ScoredWindow> run, Direction direction, double least) {
        double difference = 0;
        double variance = 0;
        double effective = 0;
        long oldest = run.lastKey() - LONGEST_SECONDS;
        for (ScoredWindow window : run.descendingMap().values()) {
            if (window.start() < oldest) {
                break;
            }
            for (int cell = 0; cell < window.cells(); cell++) {
                if (window.judged(cell)) {
                    double p = window.expected(cell, direction);
                    double weight = window.weight(cell);
                    difference += window.hits(cell, direction) - weight * p;
                    variance += weight * p * (1 - p) * window.dispersion();
                    effective += weight / window.dispersion();
                }
            }
            if (effective >= least) {
                return difference / StrictMath.sqrt(variance);
            }
        }
        return Double.NEGATIVE_INFINITY;
    }
}
