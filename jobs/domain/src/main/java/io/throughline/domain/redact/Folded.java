package io.throughline.domain.redact;

/**
 * A text as a reader sees it, for searching: invisible characters are gone, digits of every script
 * and full-width letters are ASCII, every space is a space and every dash a hyphen. Remembers where
 * each character came from, because what is replaced in the end is the text as it was written.
 */
final class Folded {

    private static final int GONE = -1;

    private final String original;
    private final String text;
    private final int[] origins;

    private Folded(String original, String text, int[] origins) {
        this.original = original;
        this.text = text;
        this.origins = origins;
    }

    static Folded of(String original) {
        int at = 0;
        while (at < original.length() && isPlain(original.charAt(at))) {
            at++;
        }
        if (at == original.length()) {
            return new Folded(original, original, null);
        }
        StringBuilder text = new StringBuilder(original.length());
        int[] origins = new int[original.length()];
        int code;
        for (at = 0; at < original.length(); at += Character.charCount(code)) {
            code = original.codePointAt(at);
            int folded = fold(code);
            if (folded != GONE) {
                for (int part = 0; part < Character.charCount(folded); part++) {
                    origins[text.length() + part] = at + part;
                }
                text.appendCodePoint(folded);
            }
        }
        return new Folded(original, text.toString(), origins);
    }

    String text() {
        return text;
    }

    String original() {
        return original;
    }

    /** Where in the original the folded range begins. */
    int originalStart(int start) {
        return origins == null ? start : origins[start];
    }

    /** Where in the original the folded range ends, exclusive. */
    int originalEnd(int end) {
        if (origins == null) {
            return end;
        }
        int last = origins[end - 1];
        return last + Character.charCount(original.codePointAt(last));
    }

    private static boolean isPlain(char c) {
        return c < 0x80 ? c != '\t' : c >= 0xC0 && c < 0x300;
    }

    private static int fold(int code) {
        if (code < 0x80) {
            return code == '\t' ? ' ' : code;
        }
        int digit = Character.digit(code, 10);
        if (digit >= 0) {
            return '0' + digit;
        }
        if (code >= 0xFF01 && code <= 0xFF5E) {
            return code - 0xFF01 + '!';
        }
        return switch (Character.getType(code)) {
            case Character.FORMAT, Character.ENCLOSING_MARK -> GONE;
            case Character.SPACE_SEPARATOR -> ' ';
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> '\n';
            case Character.DASH_PUNCTUATION -> '-';
            default -> foldSign(code);
        };
    }

    private static int foldSign(int code) {
        if ((code >= 0xFE00 && code <= 0xFE0F) || code == 0x034F) {
            return GONE; // variation selectors, as in keycap digits, and the grapheme joiner
        }
        return switch (code) {
            case 0x2212 -> '-';
            case 0x2024, 0xFE52 -> '.';
            case 0xFE6B -> '@';
            case 0x2044, 0x2215 -> '/';
            default -> code;
        };
    }
}
