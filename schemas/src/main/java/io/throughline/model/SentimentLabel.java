package io.throughline.model;

import java.util.Locale;

/** How the customer felt. */
public enum SentimentLabel {
    NEGATIVE,
    NEUTRAL,
    POSITIVE;

    /** The name on the wire, lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
