package io.throughline.taggers.text;

/** What kinds of characters there are, for the scanner. */
final class Characters {

    /** Joins emoji into one. */
    static final char JOINER = '\u200D';

    private Characters() {}

    static int codePoint(char[] text, int i, int length) {
        char c = text[i];
        return Character.isHighSurrogate(c) && i + 1 < length
                ? Character.toCodePoint(c, text[i + 1])
                : c;
    }

    /** A letter of the basic plane, or a mark on one. */
    static boolean isLetter(char[] text, int i, int length) {
        char c = text[i];
        if (c < 0x80) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
        }
        return i < length
                && (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK);
    }

    /** A character of a user's name. */
    static boolean isName(char c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || c == '_');
    }

    static boolean isTag(char[] text, int i, int length) {
        return isLetter(text, i, length) || text[i] >= '0' && text[i] <= '9' || text[i] == '_';
    }

    /** End of the part of a hashtag that begins at {@code start}: up to a hump, digit or bar. */
    static int partEnd(char[] text, int start, int end) {
        int kind = kind(text[start]);
        int i = start + 1;
        if (kind == 'A' && i < end && kind(text[i]) == 'A') {
            while (i < end && kind(text[i]) == 'A') {
                i++;
            }
            return i < end && kind(text[i]) == 'a' ? i - 1 : i;
        }
        int inner = kind == 'A' ? 'a' : kind;
        while (i < end && kind(text[i]) == inner) {
            i++;
        }
        return i;
    }

    private static int kind(char c) {
        if (c >= '0' && c <= '9') {
            return '0';
        }
        if (c == '_') {
            return '_';
        }
        return Character.isUpperCase(c) ? 'A' : 'a';
    }

    static boolean begins(char[] text, int start, int length, String beginning) {
        if (start + beginning.length() > length) {
            return false;
        }
        for (int i = 0; i < beginning.length(); i++) {
            if (Character.toLowerCase(text[start + i]) != beginning.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    static boolean beginsEmoticon(char c) {
        return switch (c) {
            case ':', ';', '=', '<', '>', '(', ')', '^' -> true;
            default -> false;
        };
    }

    static boolean isEmoji(int codePoint) {
        return codePoint >= 0x1F000 && codePoint <= 0x1FAFF
                || codePoint >= 0x2600 && codePoint <= 0x27BF
                || codePoint >= 0x2B00 && codePoint <= 0x2BFF
                || codePoint >= 0x2300 && codePoint <= 0x23FF
                || codePoint == 0x3030
                || codePoint == 0x203C
                || codePoint == 0x2049;
    }
}
