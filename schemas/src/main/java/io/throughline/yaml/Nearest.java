package io.throughline.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant. */
public final class Nearest {

    private static final int SHORTEST_BEGINNING = 3;

    private Nearest() {}

    /**
     * The end of a message about a word that is not known: {@code ; did you mean 'owner'?}, or all
     * that are known when none is near.
     */
    public static String hint(String word, Collection<String> known) {
        String lower = word.toLowerCase(Locale.ROOT);
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(lower, candidate)))
                .filter(nearest -> distance(lower, nearest) <= Math.max(2, word.length() / 3))
                .or(() -> longer(lower, known))
                .map(nearest -> "; did you mean '" + nearest + "'?")
                .orElse("; known are " + String.join(", ", known));
    }

    /** One that goes on where the word ends. */
    private static Optional<String> longer(String word, Collection<String> known) {
        return known.stream()
                .filter(candidate -> word.length() >= SHORTEST_BEGINNING)
                .filter(candidate -> candidate.toLowerCase(Locale.ROOT).startsWith(word))
                .findFirst();
    }

    /**
     * Fewest insertions, removals and replacements that make one word the other, without regard to
     * case (Levenshtein, Soviet Physics Doklady 10, 1966, 707–710).
     */
    public static int distance(String word, String candidate) {
        String a = word.toLowerCase(Locale.ROOT);
        String b = candidate.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitute = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitute, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
