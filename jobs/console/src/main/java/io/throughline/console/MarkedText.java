package io.throughline.console;

import java.util.ArrayList;
import java.util.List;

/**
 * A text and the places in it that were looked for.
 *
 * <p>Elasticsearch puts marks around words. They are characters that no text has a meaning for, are
 * taken out here again, and leave as numbers: what customers wrote never meets markup.
 *
 * @param marks in order; ends are exclusive; in UTF-16 units, as browsers count
 */
record MarkedText(String text, List<Mark> marks) {

    /** Before a word that was looked for: of the private use area of Unicode. */
    static final char BEGIN = '\uE000';

    /** After it. */
    static final char END = '\uE001';

    private static final int LEAD = 160;

    MarkedText {
        marks = List.copyOf(marks);
    }

    /** From {@code start} to before {@code end}. */
    record Mark(int start, int end) {}

    /**
     * A text with its marks; without them where the marked form is not the same text, as when the
     * text has such characters itself.
     *
     * @param highlighted null when nothing was marked
     */
    static MarkedText of(String text, String highlighted) {
        if (highlighted == null) {
            return new MarkedText(text, List.of());
        }
        List<Mark> marks = new ArrayList<>();
        StringBuilder plain = new StringBuilder(highlighted.length());
        int begun = -1;
        for (int i = 0; i < highlighted.length(); i++) {
            char c = highlighted.charAt(i);
            if (c == BEGIN) {
                begun = plain.length();
            } else if (c == END) {
                if (begun >= 0 && plain.length() > begun) {
                    marks.add(new Mark(begun, plain.length()));
                }
                begun = -1;
            } else {
                plain.append(c);
            }
        }
        return plain.toString().equals(text)
                ? new MarkedText(text, marks)
                : new MarkedText(text, List.of());
    }

    /**
     * As much of it as is shown: from its beginning, or from a little before the first mark where
     * that would not be in it.
     *
     * @param most code points
     */
    MarkedText excerpt(int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return this;
        }
        int start = 0;
        if (!marks.isEmpty() && !fits(marks.get(0).end(), most)) {
            start = wordStart(Math.max(0, marks.get(0).start() - LEAD));
        }
        int left = text.codePointCount(start, text.length());
        int end = text.offsetByCodePoints(start, Math.min(most, left));
        String before = start > 0 ? "… " : "";
        String after = end < text.length() ? "…" : "";
        int shift = before.length() - start;
        List<Mark> shown = new ArrayList<>();
        for (Mark mark : marks) {
            if (mark.start() >= start && mark.end() <= end) {
                shown.add(new Mark(mark.start() + shift, mark.end() + shift));
            }
        }
        return new MarkedText(before + text.substring(start, end) + after, shown);
    }

    private boolean fits(int end, int most) {
        return text.codePointCount(0, end) <= most;
    }

    /** After the next space, or at a whole character. */
    private int wordStart(int from) {
        int space = text.indexOf(' ', from);
        if (space >= 0 && space < from + LEAD / 2) {
            return space + 1;
        }
        return from > 0 && Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
    }
}
