package io.throughline.notify.message;

import io.throughline.alert.Alert;
import io.throughline.alert.Direction;

/** How a message feels at a glance: colours and marks follow from it, words do not. */
public enum Tone {
    /** Somebody should look. */
    TROUBLE,
    /** Customers got happier; worth knowing, nothing to mend. */
    PRAISE,
    /** Getting better, held back, or without an answer. */
    WAITING,
    /** It is over. */
    OVER;

    static Tone of(Alert alert) {
        return switch (alert.state()) {
            case FIRING -> alert.direction() == Direction.RISE ? PRAISE : TROUBLE;
            case RECOVERING, NO_DATA, SUPPRESSED -> WAITING;
            case RESOLVED -> OVER;
        };
    }
}
