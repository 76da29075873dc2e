package io.throughline.channels.scaffold;

import java.util.Locale;

/** What the name of a field may say about it; the lists of names are in {@code names.txt}. */
enum Meaning {
    ID,
    TEXT,
    TITLE,
    TIME,
    REVISION,
    RATING,
    /** The highest rating there can be, beside a rating. */
    SCALE,
    AUTHOR,
    LANGUAGE,
    COUNTRY,
    URL,
    DELETED,
    TOUCHPOINT,
    /** How the feedback came in. */
    VIA,
    /** What the company says, does or has, and not its customer. */
    AGENT,
    /** The identity of something else than the feedback. */
    OTHER,
    PERSON,
    NAME,
    /** What tells who somebody is, or where. */
    PERSONAL,
    /** A number that is no rating. */
    COUNT,
    /** One side of a thing, which is rated for itself. */
    PART;

    static Meaning of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
