package io.throughline.local.cli;

/**
 * What became of a line of {@code tag}.
 *
 * @param text the tagged line, or the dead letter of one that could not be tagged; null for a line
 *     that was blank
 */
record TaggedLine(String text, boolean rejected) {

    static TaggedLine blank() {
        return new TaggedLine(null, false);
    }

    static TaggedLine tagged(String text) {
        return new TaggedLine(text, false);
    }

    static TaggedLine rejected(String deadLetter) {
        return new TaggedLine(deadLetter, true);
    }
}
