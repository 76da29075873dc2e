package io.throughline.local.backtest;

import io.throughline.alert.Alert;
import java.time.Instant;
import java.util.Objects;

/**
 * Something that people know to have happened.
 *
 * @param stage that it concerned; null for any
 * @param direction of the alert that is due, e.g. {@code drop}; null for any
 * @param from when it began
 * @param until until when an alert is of use
 */
public record Incident(String name, String stage, String direction, Instant from, Instant until) {

    public Incident {
        Objects.requireNonNull(name, "name");
        if (until.isBefore(from)) {
            throw new IllegalArgumentException(until + " is before " + from);
        }
    }

    /** Whether the alert is of this incident: it fired while that lasted. */
    boolean explains(Alert alert) {
        return (stage == null || stage.equals(alert.stage()))
                && (direction == null || direction.equals(alert.direction().id()))
                && alert.firedAt().isAfter(from)
                && !alert.firedAt().isAfter(until);
    }
}
