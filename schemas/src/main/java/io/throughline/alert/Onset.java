package io.throughline.alert;

import java.time.Instant;
import java.util.Objects;

/**
 * When the change began, estimated.
 *
 * @param at the most likely time
 * @param earliest begin of the interval that holds it with 95 %
 * @param latest end of that interval
 */
public record Onset(Instant at, Instant earliest, Instant latest) {

    public Onset {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(earliest, "earliest");
        Objects.requireNonNull(latest, "latest");
        if (earliest.isAfter(at) || latest.isBefore(at)) {
            throw new IllegalArgumentException(at + " is not within " + earliest + "/" + latest);
        }
    }
}
