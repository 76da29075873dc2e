package io.throughline.nlp;

import edu.stanford.nlp.ling.CoreLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts what runs on without a full stop, as speech-to-text does, into pieces that can be read:
 * after a comma, or before a word that opens a clause, as late as a piece may be long; anywhere
 * when there is neither.
 */
public final class SentencePieces {

    /** Longest sentence that is read whole, in words. */
    public static final int MAX_WORDS = 80;

    /** Words of a piece at most. */
    static final int LONGEST = 40;

    /** Words of a piece at least, unless nothing is left. */
    static final int SHORTEST = 8;

    private static final Set<String> CLOSES = Set.of(",", ";", ":", "-", "--", "...");
    private static final Set<String> OPENS =
            Set.of(
                    "and",
                    "but",
                    "so",
                    "because",
                    "then",
                    "although",
                    "though",
                    "however",
                    "well",
                    "okay",
                    "ok",
                    "anyway",
                    "also",
                    "plus",
                    "which",
                    "when",
                    "while",
                    "until",
                    "uh",
                    "um",
                    "yeah",
                    "yes",
                    "please",
                    "thank",
                    "thanks");

    private SentencePieces() {}

    /** The sentence, in pieces when it has more than {@link #MAX_WORDS} words. */
    public static List<List<CoreLabel>> of(List<CoreLabel> sentence) {
        if (sentence.size() <= MAX_WORDS) {
            return List.of(sentence);
        }
        List<List<CoreLabel>> pieces = new ArrayList<>();
        for (int from = 0; from < sentence.size(); ) {
            int to = end(sentence, from);
            pieces.add(sentence.subList(from, to));
            from = to;
        }
        return pieces;
    }

    /** One past the last word of the piece that begins there. */
    private static int end(List<CoreLabel> words, int from) {
        if (words.size() - from <= LONGEST) {
            return words.size();
        }
        for (int end = from + LONGEST; end >= from + SHORTEST; end--) {
            if (CLOSES.contains(lower(words.get(end - 1)))
                    || OPENS.contains(lower(words.get(end)))) {
                return end;
            }
        }
        return from + LONGEST;
    }

    private static String lower(CoreLabel word) {
        return word.word().toLowerCase(Locale.ROOT);
    }
}
