package io.throughline.alert;

import java.util.Locale;

/** Where an alert is in its life. The last three are ends. */
public enum AlertState {
    /** The stage is off its baseline. */
    FIRING,
    /** Newer feedback looks like the baseline again, but there is not yet enough of it. */
    RECOVERING,
    /**
     * Feedback shows that the stage is back at its baseline, or somebody accepted the new level.
     */
    RESOLVED,
    /** Feedback ran dry before anything was shown: silence is not recovery. */
    NO_DATA,
    /**
     * Held back by a silence or by a fault in the data itself. While the alert has no end it may
     * still fire; with an end, it is one.
     */
    SUPPRESSED;

    /** The name on the wire and in documents, e.g. {@code no-data}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
