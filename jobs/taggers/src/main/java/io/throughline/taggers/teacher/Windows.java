package io.throughline.taggers.teacher;

import io.throughline.domain.tagging.Verbatim;
import io.throughline.taggers.text.CustomerTurns;
import io.throughline.taggers.text.CustomerTurns.Turn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The parts of a verbatim that are judged one by one: its turns, long ones cut at the ends of
 * sentences.
 *
 * <p>An encoder's time grows with every word, so what is read is bounded: the longest parts, of
 * equals the later, up to {@link #MOST} of them and {@link #MAX_ALL_CHARS} characters. "Hello",
 * "yes" and a policy number are short, who has something to complain about or to praise takes
 * longer, and a review's verdict stands at its end.
 */
final class Windows {

    /** Characters (UTF-16 units) of a part at most, about as many as an encoder reads at once. */
    static final int MAX_CHARS = 480;

    /** Parts that are judged. */
    static final int MOST = 4;

    /** Characters of all parts together that are judged. */
    static final int MAX_ALL_CHARS = 520;

    private Windows() {}

    /** The parts, in order; empty when nothing in the verbatim can be read. */
    static List<Turn> of(Verbatim verbatim) {
        List<Turn> parts = new ArrayList<>();
        for (Turn turn : CustomerTurns.of(verbatim)) {
            cut(turn, parts);
        }
        parts.removeIf(part -> ReadableText.of(part.text()).isEmpty());
        parts.sort(
                Comparator.comparingInt((Turn part) -> -length(part))
                        .thenComparingInt(part -> -part.start()));
        List<Turn> chosen = new ArrayList<>();
        int chars = 0;
        for (Turn part : parts) {
            if (chosen.size() < MOST && chars + length(part) <= MAX_ALL_CHARS) {
                chosen.add(part);
                chars += length(part);
            }
        }
        chosen.sort(Comparator.comparingInt(Turn::start));
        return chosen;
    }

    /** Without the blanks around it, which may be long where a quote was. */
    private static int length(Turn part) {
        return part.text().strip().length();
    }

    private static void cut(Turn turn, List<Turn> parts) {
        String text = turn.text();
        int from = 0;
        while (text.length() - from > MAX_CHARS) {
            int to = end(text, from);
            parts.add(new Turn(text.substring(from, to), turn.start() + from));
            from = to;
        }
        parts.add(new Turn(text.substring(from), turn.start() + from));
    }

    /** Where the part from there on ends: after a sentence, else after a word, else anywhere. */
    private static int end(String text, int from) {
        int last = from + MAX_CHARS;
        int word = -1;
        for (int i = last; i > from + MAX_CHARS / 3; i--) {
            if (text.charAt(i) != ' ' && text.charAt(i) != '\n') {
                continue;
            }
            char before = text.charAt(i - 1);
            if (text.charAt(i) == '\n' || before == '.' || before == '!' || before == '?') {
                return i;
            }
            word = word < 0 ? i : word;
        }
        if (word > 0) {
            return word;
        }
        return Character.isLowSurrogate(text.charAt(last)) ? last - 1 : last;
    }
}
