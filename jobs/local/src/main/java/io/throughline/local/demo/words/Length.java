package io.throughline.local.demo.words;

/** How much somebody says. */
public enum Length {
    /** A word or two. */
    TERSE,
    /** One sentence. */
    SHORT,
    /** Two or three sentences. */
    MEDIUM,
    /** A paragraph. */
    LONG,
    /** Somebody who had to get it off their chest. */
    ESSAY
}
