package io.throughline.model;

import java.time.Instant;
import java.util.Objects;

/**
 * One alert as it stands. The same alert is told again with a higher version whenever its state
 * changes, so the newest version is its whole life. All times are event times: ends of the windows
 * that decided, never the wall clock, so that a replay tells the same.
 *
 * @param id hash of rule, stage and onset
 * @param rule id of the rule that found it
 * @param journey id of the journey map
 * @param stage stage id
 * @param onset when the change began
 * @param firedAt end of the window that made it fire; null when it never did
 * @param resolvedAt end of the window that ended it; null while it lasts
 * @param expected negative share, 0 to 1, that was due; a number of feedback when the direction is
 *     one of volume
 * @param observed the same, as it was
 * @param count feedback that the decision rests on
 * @param version grows with every change of this alert, from 1
 */
public record Alert(
        String id,
        String rule,
        String journey,
        String stage,
        AlertState state,
        Direction direction,
        Instant onset,
        Instant firedAt,
        Instant resolvedAt,
        double expected,
        double observed,
        long count,
        long version) {

    public Alert {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(journey, "journey");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(onset, "onset");
        if (!Double.isFinite(expected) || !Double.isFinite(observed)) {
            throw new IllegalArgumentException(
                    "expected " + expected + " and observed " + observed + " must be finite");
        }
    }
}
