package io.throughline.taggers.text;

/** What is true of a token beside its characters. */
public enum Mark {
    /** Written in capitals. */
    CAPITALS,
    /** Stretched, as in "soooo", or an emoji several times. */
    STRETCHED,
    /** Part of a hashtag. */
    HASHTAG,
    /** Turned round by a negation. */
    NEGATED,
    /** Conceded: before a "but", or after an "although". */
    CONCEDED,
    /** Stands against what was conceded: after a "but". */
    ASSERTED,
    /** Wished, supposed or conditional. */
    UNREAL,
    /** In a sentence that ends with a question mark. */
    ASKED,
    /** Another's words: a quoted line, or a forwarded text. */
    QUOTED;

    int bit() {
        return 1 << ordinal();
    }
}
