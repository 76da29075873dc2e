package io.throughline.notify.message;

import io.throughline.json.Unicode;

/**
 * Makes one harmless line of any text. What others wrote may hold line breaks that forge further
 * lines or headers, characters that turn the direction of the text around them, invisible ones that
 * hide words, and piles of accents that spill over their neighbours; all of them go.
 */
final class Plain {

    private static final int MOST_MARKS = 4;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private Plain() {}

    /**
     * The text as one line of at most so many characters (code points); what is longer ends in an
     * ellipsis.
     */
    static String line(String text, int most) {
        StringBuilder line = new StringBuilder();
        int length = 0;
        int marks = 0;
        boolean gap = false;
        int[] codePoints = Unicode.repair(text).codePoints().toArray();
        for (int codePoint : codePoints) {
            if (separates(codePoint)) {
                gap = length > 0;
                continue;
            }
            marks = isMark(codePoint) ? marks + 1 : 0;
            if (hidden(codePoint) || marks > MOST_MARKS) {
                continue;
            }
            if (length + (gap ? 1 : 0) >= most) {
                return cut(line, most);
            }
            if (gap) {
                line.append(' ');
                length++;
                gap = false;
            }
            line.appendCodePoint(codePoint);
            length++;
        }
        return line.toString();
    }

    private static String cut(StringBuilder line, int most) {
        int kept = line.codePointCount(0, line.length());
        if (kept >= most) {
            line.setLength(line.offsetByCodePoints(0, Math.max(0, most - 1)));
        }
        return line.toString().stripTrailing() + "…";
    }

    private static boolean separates(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.getType(codePoint) == Character.CONTROL;
    }

    /** Joiners stay: emoji and several scripts are spelt with them. */
    private static boolean hidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT ->
                    codePoint != ZERO_WIDTH_JOINER && codePoint != ZERO_WIDTH_NON_JOINER;
            case Character.PRIVATE_USE, Character.UNASSIGNED, Character.SURROGATE -> true;
            default -> false;
        };
    }

    private static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }
}
