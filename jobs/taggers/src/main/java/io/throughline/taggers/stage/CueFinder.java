package io.throughline.taggers.stage;

import io.throughline.journey.Cue;
import java.util.List;
import java.util.Locale;

/**
 * Finds a cue in a text.
 *
 * <p>Words and phrases are searched for as plain text, which is many times faster than as an
 * expression. An expression may be of the kind that tries exponentially many ways; it gets a budget
 * of {@link BudgetedText#STEPS} characters to look at, counted and not timed, so that the same text
 * always gives the same answer.
 */
final class CueFinder {

    private final Cue cue;
    private final String phrase;
    private final List<String> required;

    CueFinder(Cue cue) {
        this.cue = cue;
        String source = cue.source().strip();
        boolean expression = source.length() > 2 && source.startsWith("/") && source.endsWith("/");
        this.phrase = expression ? null : source.toLowerCase(Locale.ROOT);
        this.required =
                expression ? RequiredText.of(source.substring(1, source.length() - 1)) : List.of();
    }

    /** The cue in lower case, null when it is an expression. */
    String phrase() {
        return phrase;
    }

    /**
     * Whether the cue occurs.
     *
     * @param lower the text in lower case
     */
    boolean finds(String lower) {
        if (phrase != null) {
            return placeOf(lower) >= 0;
        }
        return mayOccur(lower) && BudgetedText.find(cue.pattern(), lower);
    }

    /**
     * Where the cue occurs first: start and end; null when it does not.
     *
     * @param lower the text in lower case
     */
    int[] find(String lower) {
        if (phrase == null) {
            return BudgetedText.span(cue.pattern(), lower);
        }
        int at = placeOf(lower);
        return at < 0 ? null : new int[] {at, at + phrase.length()};
    }

    private boolean mayOccur(String lower) {
        for (String piece : required) {
            if (lower.contains(piece)) {
                return true;
            }
        }
        return required.isEmpty();
    }

    /** Whether a word or phrase stands at a place where a word begins. */
    boolean isAt(String lower, int start) {
        return lower.startsWith(phrase, start) && isEdge(lower, start + phrase.length());
    }

    private int placeOf(String lower) {
        for (int at = lower.indexOf(phrase); at >= 0; at = lower.indexOf(phrase, at + 1)) {
            if (isEdge(lower, at - 1) && isEdge(lower, at + phrase.length())) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isEdge(String text, int index) {
        return index < 0
                || index >= text.length()
                || !Character.isLetterOrDigit(text.charAt(index));
    }

    /** As written in the map. */
    String source() {
        return cue.source();
    }
}
