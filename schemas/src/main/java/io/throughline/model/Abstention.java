package io.throughline.model;

import java.util.Locale;

/** Why a tagger gave no answer. */
public enum Abstention {
    /** There is no text to judge. */
    NO_TEXT,
    /** The text is in a language the tagger cannot read. */
    LANGUAGE,
    /** The tagger is not sure enough. */
    UNSURE;

    /** The name on the wire and in documents: {@code no-text}, {@code language}, {@code unsure}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
