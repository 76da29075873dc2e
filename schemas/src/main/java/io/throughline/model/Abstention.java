package io.throughline.model;

/** Why a tagger gave no answer. */
public enum Abstention {
    /** There is no text to judge. */
    NO_TEXT,
    /** The text is in a language the tagger cannot read. */
    LANGUAGE,
    /** The tagger is not sure enough. */
    UNSURE
}
