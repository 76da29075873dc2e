package io.throughline.nlp.linear;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which words of a text a negation turns round: the {@link #REACH} words after it, up to the next
 * punctuation mark or conjunction.
 *
 * <p>"Never been this good" and "could not be happier" praise: a negation that meets a comparison
 * ("this", "so", "better", "more" …) turns nothing round.
 */
final class Negation {

    private static final int REACH = 4;
    private static final int COMPARISON_WITHIN = 4;

    private static final Set<String> NEGATIONS =
            Set.of(
                    "not",
                    "n't",
                    "no",
                    "never",
                    "nobody",
                    "nothing",
                    "none",
                    "neither",
                    "nor",
                    "without",
                    "hardly",
                    "barely",
                    "scarcely",
                    "cannot",
                    "cant",
                    "dont",
                    "doesnt",
                    "didnt",
                    "wont",
                    "isnt",
                    "wasnt",
                    "arent",
                    "aint",
                    "couldnt",
                    "wouldnt",
                    "shouldnt",
                    "havent",
                    "hasnt",
                    "lacks",
                    "lacking");
    private static final Set<String> END =
            Set.of(".", ",", ";", ":", "!", "?", "...", "but", "because", "and", "(", ")", "-");
    private static final Set<String> COMPARISON =
            Set.of(
                    "this",
                    "so",
                    "such",
                    "better",
                    "more",
                    "easier",
                    "happier",
                    "faster",
                    "smoother",
                    "simpler",
                    "nicer",
                    "kinder",
                    "quicker",
                    "prouder",
                    "worse",
                    "slower",
                    "ruder");
    private static final Set<String> COMPARABLE =
            Set.of("be", "been", "ask", "had", "seen", "felt");

    private int left;

    /** Whether the word at {@code index} is turned round; to be asked for every word in order. */
    boolean covers(String word, List<String> tokens, int index) {
        if (NEGATIONS.contains(word)) {
            left = isComparison(tokens, index) ? 0 : REACH;
            return false;
        }
        if (END.contains(word)) {
            left = 0;
        }
        return left-- > 0;
    }

    private static boolean isComparison(List<String> tokens, int index) {
        boolean comparable = false;
        int end = Math.min(tokens.size(), index + 1 + COMPARISON_WITHIN);
        for (int i = index + 1; i < end; i++) {
            String word = tokens.get(i).toLowerCase(Locale.ROOT);
            if (END.contains(word)) {
                return false;
            }
            comparable |= COMPARABLE.contains(word);
            if (comparable && COMPARISON.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
