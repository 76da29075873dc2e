package io.throughline.notify.deliver;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertState;
import io.throughline.notify.config.Receiver;
import io.throughline.notify.message.Occasion;
import java.time.Instant;
import java.util.Optional;

/**
 * What is due to a receiver: a function of how the alert is now and of what the receiver knows.
 *
 * <p>Nothing else is remembered, so a restart, a replay of the topic or a receiver that was away
 * for a day lead to the same: it is told how things are, not all that happened. Who never heard
 * that an alert lasts does not hear that it ended.
 */
final class Due {

    private Due() {}

    /** Whether somebody should still do something about it. */
    static boolean lasts(Alert alert) {
        return switch (alert.state()) {
            case FIRING, RECOVERING -> true;
            case RESOLVED, NO_DATA, SUPPRESSED -> false;
        };
    }

    /**
     * Why it is to be told now; empty when it is not.
     *
     * @param told null when the receiver was never told
     */
    static Optional<Occasion> now(Alert alert, Told told, Receiver receiver, Instant now) {
        if (told == null) {
            return lasts(alert) ? Optional.of(first(alert)) : Optional.empty();
        }
        if (!told.known()) {
            boolean again =
                    alert.version() > told.version() && alert.state() != told.state()
                            || repeats(alert, told, receiver, now);
            return lasts(alert) && again ? Optional.of(first(alert)) : Optional.empty();
        }
        if (alert.state() != told.state()) {
            return ended(alert) && !receiver.sendResolved()
                    ? Optional.empty()
                    : Optional.of(Occasion.CHANGE);
        }
        if (!lasts(alert)) {
            return Optional.empty();
        }
        if (alert.handling().escalatedAt() != null && !told.escalated()) {
            return Optional.of(Occasion.ESCALATION);
        }
        if (alert.corrected() != null && !told.corrected()) {
            return Optional.of(Occasion.CORRECTION);
        }
        return repeats(alert, told, receiver, now)
                ? Optional.of(Occasion.REMINDER)
                : Optional.empty();
    }

    /** When it is told again if nothing changes; empty when never. */
    static Optional<Instant> next(Alert alert, Told told, Receiver receiver) {
        return told != null
                        && alert.state() == AlertState.FIRING
                        && alert.handling().acknowledgedBy() == null
                ? Optional.of(told.at().plus(receiver.repeatEvery()))
                : Optional.empty();
    }

    private static boolean repeats(Alert alert, Told told, Receiver receiver, Instant now) {
        return next(alert, told, receiver).filter(at -> !now.isBefore(at)).isPresent();
    }

    private static Occasion first(Alert alert) {
        return alert.handling().escalatedAt() == null ? Occasion.CHANGE : Occasion.ESCALATION;
    }

    private static boolean ended(Alert alert) {
        return alert.resolvedAt() != null;
    }
}
