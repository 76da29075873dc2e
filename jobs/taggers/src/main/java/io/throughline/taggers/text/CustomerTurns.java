package io.throughline.taggers.text;

import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.Abstention;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What an engine for English reads of a verbatim, and why it reads nothing.
 *
 * <p>Judged are {@value #MAX_TURNS} turns of {@value Tokens#MAX_CHARS} characters and {@value
 * #MAX_CHARS} characters in all, so that a hostile verbatim costs no more than a long honest one.
 */
public final class CustomerTurns {

    /** Turns of one verbatim that are judged. */
    public static final int MAX_TURNS = 500;

    /** Characters of one verbatim that are judged. */
    public static final int MAX_CHARS = 40_000;

    private CustomerTurns() {}

    /**
     * Why an engine for English has no answer before it looks at the words; null when it may have
     * one. A verbatim of unknown language is read as English.
     */
    public static Abstention abstention(Verbatim verbatim) {
        if (verbatim.turns().stream().allMatch(String::isBlank)) {
            return Abstention.NO_TEXT;
        }
        return isEnglish(verbatim.language()) ? null : Abstention.LANGUAGE;
    }

    /** The turns that are judged, in order; blank ones are left out. */
    public static List<Turn> of(Verbatim verbatim) {
        List<Turn> turns = new ArrayList<>(verbatim.turns().size());
        int at = 0;
        int chars = 0;
        for (String turn : verbatim.turns()) {
            if (turns.size() >= MAX_TURNS || chars >= MAX_CHARS) {
                break;
            }
            if (!turn.isBlank()) {
                turns.add(new Turn(turn, at));
                chars += Math.min(turn.length(), Tokens.MAX_CHARS);
            }
            at += turn.length() + 1;
        }
        return turns;
    }

    /**
     * One utterance.
     *
     * @param text as it is in the verbatim
     * @param start where it begins in {@link Verbatim#text()}
     */
    public record Turn(String text, int start) {}

    private static boolean isEnglish(String language) {
        if (language == null || language.isBlank()) {
            return true;
        }
        String lower = language.toLowerCase(Locale.ROOT);
        return lower.equals("en")
                || lower.startsWith("en-")
                || lower.startsWith("en_")
                || lower.equals("und");
    }
}
