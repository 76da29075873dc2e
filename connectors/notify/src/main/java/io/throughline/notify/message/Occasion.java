package io.throughline.notify.message;

import java.util.Locale;

/** Why an alert is told now. */
public enum Occasion {
    /** It is new, or in another state than it was told last. */
    CHANGE,
    /** Nothing changed, it still lasts and nobody has taken it up. */
    REMINDER,
    /** Nobody took it up in time, so its sponsor is told. */
    ESCALATION,
    /** Feedback that came later corrected its figures. */
    CORRECTION,
    /** Somebody tries a receiver; nothing is wrong. */
    TRIAL;

    /** The name in logs and headers, e.g. {@code reminder}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
