package io.throughline.model;

import java.util.Locale;

/** What a record asks for: that the feedback be this, or be gone. */
public enum Operation {
    UPSERT,
    DELETE;

    /** The name on the wire: {@code upsert} or {@code delete}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
