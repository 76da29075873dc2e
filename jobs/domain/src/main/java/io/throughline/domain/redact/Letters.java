package io.throughline.domain.redact;

/** Which characters hold a word together. */
final class Letters {

    /** Below are the scripts that put spaces between words and are used in addresses. */
    private static final char FIRST_UNSPACED = 0x0590;

    private Letters() {}

    /**
     * A letter or digit that a number or address cannot touch without being part of a longer word.
     * Chinese, Japanese or Thai letters can: those scripts have no spaces.
     */
    static boolean isWord(char c) {
        return (c < FIRST_UNSPACED && Character.isLetterOrDigit(c)) || c == '_';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isHex(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\r';
    }
}
