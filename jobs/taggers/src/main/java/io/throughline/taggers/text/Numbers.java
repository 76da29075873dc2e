package io.throughline.taggers.text;

/**
 * Folds numbers: how many hours somebody waited matters less than that it was hours, so "3" and "4"
 * are one token, and so are two times of day or two prices. A mark out of five or ten says what it
 * says and becomes low, middle or high.
 */
final class Numbers {

    private static final int LARGEST = 1_000_000;

    private final char[] text;
    private final int length;
    private final Tokens tokens;

    Numbers(char[] text, int length, Tokens tokens) {
        this.text = text;
        this.length = length;
        this.tokens = tokens;
    }

    /** Adds the number that begins at {@code start}; its end. */
    int number(int start, PlainText plain) {
        int i = start;
        int value = 0;
        while (i < length && isDigit(text[i])) {
            value = Math.min(LARGEST, value * 10 + (text[i] - '0'));
            i++;
        }
        int whole = i;
        char shape = 0;
        while (i + 1 < length && isJoint(text[i]) && isDigit(text[i + 1])) {
            shape = text[i];
            i += 2;
            while (i < length && isDigit(text[i])) {
                i++;
            }
        }
        append(start, whole, i, value, shape);
        int end = suffixEnd(i);
        tokens.end(TokenKind.NUMBER, plain.source(start), plain.sourceEnd(end), 0, 0);
        return end;
    }

    private void append(int start, int whole, int end, int value, char shape) {
        int outOf = shape == '/' ? small(whole + 1, end) : isStars(end) ? 5 : 0;
        if ((outOf == 5 || outOf == 10) && value <= outOf) {
            tokens.append('/');
            tokens.append(value * 2 < outOf ? '-' : value * 10 >= outOf * 7 ? '+' : '=');
            return;
        }
        if (start > 0
                && (text[start - 1] == '$' || text[start - 1] == '£' || text[start - 1] == '€')) {
            tokens.append('$');
        }
        tokens.append('0');
        if (shape == ':') {
            tokens.append(':');
        } else if (value == 24 && shape == '/') {
            tokens.append('/');
        }
        if (end < length && text[end] == '%') {
            tokens.append('%');
        }
    }

    private int small(int start, int end) {
        int value = 0;
        for (int i = start; i < end && value < LARGEST; i++) {
            value = isDigit(text[i]) ? value * 10 + (text[i] - '0') : LARGEST;
        }
        return value;
    }

    private boolean isStars(int end) {
        int i = end;
        while (i < length && i < end + 2 && (text[i] == ' ' || text[i] == '-')) {
            i++;
        }
        return Characters.begins(text, i, length, "star")
                && (i + 4 == length
                        || text[i + 4] == 's'
                        || !Characters.isLetter(text, i + 4, length));
    }

    /** Takes in the ending of an ordinal, which makes it one. */
    private int suffixEnd(int end) {
        if (end + 1 >= length || end + 2 < length && Characters.isLetter(text, end + 2, length)) {
            return end;
        }
        boolean ordinal =
                Characters.begins(text, end, length, "st")
                        || Characters.begins(text, end, length, "nd")
                        || Characters.begins(text, end, length, "rd")
                        || Characters.begins(text, end, length, "th");
        if (!ordinal) {
            return end;
        }
        tokens.append('t');
        return end + 2;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isJoint(char c) {
        return c == '.' || c == ',' || c == ':' || c == '/';
    }
}
