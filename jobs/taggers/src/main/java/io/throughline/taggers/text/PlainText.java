package io.throughline.taggers.text;

import java.util.Arrays;

/**
 * The characters of a text as a scanner wants them, each with the place it came from: entities
 * decoded, typographic quotes made plain, skin tones and variation selectors dropped, tags and
 * control characters turned into spaces.
 */
public final class PlainText {

    private static final int LONGEST_TAG = 40;

    private char[] chars;
    private int[] sources;
    private int length;
    private final int rawEnd;

    private PlainText(int capacity, int rawEnd) {
        this.rawEnd = rawEnd;
        chars = new char[capacity];
        sources = new int[capacity];
    }

    /**
     * The characters of the beginning of a text.
     *
     * @param most characters (UTF-16 units) that are looked at
     */
    public static PlainText of(String raw, int most) {
        int end = Math.min(raw.length(), most);
        PlainText plain = new PlainText(end + 2, end);
        int i = 0;
        while (i < end) {
            char c = raw.charAt(i);
            if (c > ' ' && c < 0x7F && c != '&' && c != '<' && c != '`') {
                plain.add(c, i++);
            } else {
                i = plain.special(raw, i, c);
            }
        }
        return plain;
    }

    @Override
    public String toString() {
        return new String(chars, 0, length);
    }

    char[] chars() {
        return chars;
    }

    int length() {
        return length;
    }

    /** Where in the raw text the character at {@code index} begins. */
    int source(int index) {
        return sources[index];
    }

    /** Where in the raw text the character before {@code end} ends. */
    int sourceEnd(int end) {
        return end < length ? sources[end] : rawEnd;
    }

    /** Adds what stands at {@code i} and says where the rest begins. */
    private int special(String raw, int i, char c) {
        if (c == '&') {
            int end = Entities.end(raw, i);
            int decoded = end < 0 ? -1 : Entities.codePoint(raw.substring(i + 1, end));
            if (decoded >= 0) {
                ordinary(decoded, i);
                return end + 1;
            }
        } else if (c == '<') {
            int end = tagEnd(raw, i);
            if (end > 0) {
                add(' ', i);
                return end;
            }
        }
        int codePoint = raw.codePointAt(i);
        ordinary(codePoint, i);
        return i + Character.charCount(codePoint);
    }

    /** One past the end of a tag such as {@code <br/>}, 0 when it is none. */
    private static int tagEnd(String raw, int start) {
        int i = start + 1;
        if (i < raw.length() && raw.charAt(i) == '/') {
            i++;
        }
        if (i >= raw.length() || !isAsciiLetter(raw.charAt(i))) {
            return 0;
        }
        int last = Math.min(raw.length(), start + LONGEST_TAG);
        for (; i < last; i++) {
            char c = raw.charAt(i);
            if (c == '>') {
                return i + 1;
            }
            if (c == '<' || c == '\n') {
                return 0;
            }
        }
        return 0;
    }

    private static boolean isAsciiLetter(char c) {
        return (c | ' ') >= 'a' && (c | ' ') <= 'z';
    }

    private void ordinary(int codePoint, int source) {
        switch (codePoint) {
            case '\n' -> add('\n', source);
            case '’', '‘', '´', '`', 'ʼ', '′' -> add('\'', source);
            case '“', '”', '«', '»', '„', '″' -> add('"', source);
            case '–', '—', '‐', '‑', '−' -> add('-', source);
            case '！' -> add('!', source);
            case '？' -> add('?', source);
            case 0xFE0E, 0xFE0F, 0x200B, 0x200C, 0xFEFF, 0x00AD, 0x2060 -> {
                // shows nothing
            }
            default -> {
                if (codePoint >= 0x1F3FB && codePoint <= 0x1F3FF) {
                    return;
                }
                if (isBlank(codePoint)) {
                    add(' ', source);
                } else if (Character.isBmpCodePoint(codePoint)) {
                    add((char) codePoint, source);
                } else {
                    add(Character.highSurrogate(codePoint), source);
                    add(Character.lowSurrogate(codePoint), source);
                }
            }
        }
    }

    private static boolean isBlank(int codePoint) {
        return codePoint == ' '
                || Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.SURROGATE
                || Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint);
    }

    private void add(char c, int source) {
        if (length == chars.length) {
            chars = Arrays.copyOf(chars, length * 2);
            sources = Arrays.copyOf(sources, length * 2);
        }
        chars[length] = c;
        sources[length++] = source;
    }
}
