package io.throughline.alert;

import java.time.Instant;
import java.util.Objects;

/**
 * How far the watch over a stage is.
 *
 * @param journey id of the journey map
 * @param stage stage id
 * @param at event time up to which it has looked
 * @param learning true while there is not enough feedback to compare with: no sentiment alert fires
 * @param count labelled feedback that the baseline rests on
 * @param needed labelled feedback that it takes to be ready
 * @param expected negative share that is due now, 0 to 1; 0 while nothing is known
 * @param statistic of the test for a drop
 * @param threshold at which it fires; 0 while learning
 * @param pendingSince event time since when the statistic is past 0.6 of its threshold; null when
 *     it is not
 */
public record StageStatus(
        String journey,
        String stage,
        Instant at,
        boolean learning,
        long count,
        long needed,
        double expected,
        double statistic,
        double threshold,
        Instant pendingSince) {

    public StageStatus {
        Objects.requireNonNull(journey, "journey");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(at, "at");
    }
}
