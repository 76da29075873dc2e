package io.throughline.model;

import java.util.Locale;

/** What a learning tagger's answer rests on. */
public enum Basis {
    /** The fast model was sure. */
    STUDENT,
    /** The fast model was not sure, and the slow one answered. */
    TEACHER,
    /** The fast model was not sure, but the slow one's quota was spent: the fast answer stands. */
    OVER_QUOTA,
    /** A person corrected it. */
    PERSON;

    /** The name on the wire and in documents, e.g. {@code over-quota}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
