package io.throughline.taggers.encoder;

import java.util.Locale;

/** How the numbers of many word pieces become those of one text. */
public enum Pooling {
    /** Mean over the pieces. */
    MEAN,
    /** Those of the piece that marks the beginning. */
    FIRST,
    /** The greatest of each. */
    MAX;

    /** Name in files, e.g. {@code mean}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
