package io.throughline.local.demo.words;

import java.util.Locale;

/** What the writer of a sample meant to express; the generator's own label. */
public enum Feeling {
    POSITIVE,
    NEUTRAL,
    NEGATIVE,
    /** Something good and something bad in one text. */
    MIXED;

    /** The name in the fragment files, lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
