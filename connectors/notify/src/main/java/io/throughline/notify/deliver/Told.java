package io.throughline.notify.deliver;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertState;
import io.throughline.notify.message.Occasion;
import java.time.Instant;
import java.util.Objects;

/**
 * What a receiver was told of an alert last, or should have been: an entry of the delivery log.
 *
 * @param version of the alert
 * @param escalated whether it was told that nobody took it up
 * @param corrected whether it was told of corrected figures
 * @param known whether the receiver has been told, at any time, that the alert lasts
 * @param at when, by the clock of the wall
 * @param attempts it took
 * @param failure why it was given up; null when it came through
 */
public record Told(
        String receiver,
        String alert,
        long version,
        AlertState state,
        Occasion occasion,
        boolean escalated,
        boolean corrected,
        boolean known,
        Instant at,
        int attempts,
        String failure) {

    public Told {
        Objects.requireNonNull(receiver, "receiver");
        Objects.requireNonNull(alert, "alert");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(occasion, "occasion");
        Objects.requireNonNull(at, "at");
    }

    /** Names the entry: one a receiver and alert. */
    public String key() {
        return receiver + "|" + alert;
    }

    /**
     * The entry after an attempt that was the last.
     *
     * @param before null when there was none
     * @param failure null when it came through
     */
    static Told after(
            Told before, String receiver, Letter letter, Instant at, int attempts, String failure) {
        Alert alert = letter.alert();
        boolean through = failure == null;
        return new Told(
                receiver,
                alert.id(),
                alert.version(),
                alert.state(),
                letter.occasion(),
                alert.handling().escalatedAt() != null,
                alert.corrected() != null,
                before != null && before.known() || through && Due.lasts(alert),
                at,
                attempts,
                failure);
    }
}
