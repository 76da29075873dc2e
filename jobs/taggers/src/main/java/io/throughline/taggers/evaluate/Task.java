package io.throughline.taggers.evaluate;

import java.util.Locale;

/** What is tagged. */
public enum Task {
    /** How the customer felt. */
    SENTIMENT,
    /** The heaviest stage of the journey. */
    STAGE;

    /** The name in reports and the column of its labels, lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
