package io.throughline.model;

import java.util.Locale;

/** Who speaks. Only what a {@link #CUSTOMER} says counts as the customer's voice. */
public enum Role {
    CUSTOMER,
    AGENT,
    SYSTEM;

    /** The name on the wire, lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
