package io.throughline.nlp.rntn;

import edu.stanford.nlp.trees.Tree;
import java.util.ArrayList;
import java.util.List;

/**
 * The phrases of a sentence that carry its feeling.
 *
 * <p>From the top of the tree down, a phrase of up to {@link #MAX_WORDS} words is taken when it
 * clearly feels one way and no part of it feels the same way more strongly; and when a part of it
 * clearly feels the other way, unless "but" stands between. So "not good at all" is taken whole,
 * and of "the staff was wonderful" only what makes it so.
 */
final class Phrases {

    /** Longest phrase that is named. */
    static final int MAX_WORDS = 6;

    /** Least strength of a phrase that is named. */
    static final double LEAST = 0.2;

    private final List<Phrase> found = new ArrayList<>();
    private int words;

    private Phrases() {}

    /**
     * A phrase.
     *
     * @param from its first word, from 0
     * @param to one past its last
     * @param strength -1 to 1
     */
    record Phrase(int from, int to, double strength) {}

    /** The phrases in the order of the text; they do not overlap. */
    static List<Phrase> of(Tree sentence) {
        Phrases phrases = new Phrases();
        phrases.descend(sentence);
        return phrases.found;
    }

    private void descend(Tree phrase) {
        int size = phrase.getLeaves().size();
        double strength = FiveClasses.strength(phrase);
        if (size <= MAX_WORDS
                && Math.abs(strength) >= LEAST
                && (isTurned(phrase, strength) || !hasStronger(phrase, strength))) {
            found.add(new Phrase(words, words + size, strength));
            words += size;
        } else if (phrase.isPreTerminal()) {
            words++;
        } else {
            for (Tree part : phrase.children()) {
                descend(part);
            }
        }
    }

    private static boolean isTurned(Tree phrase, double strength) {
        if (phrase.isPreTerminal()
                || phrase.getLeaves().stream()
                        .anyMatch(leaf -> leaf.value().equalsIgnoreCase("but"))) {
            return false;
        }
        for (Tree part : phrase.children()) {
            if (FiveClasses.strength(part) * Math.signum(strength) <= -LEAST) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasStronger(Tree phrase, double strength) {
        if (phrase.isPreTerminal()) {
            return false;
        }
        for (Tree part : phrase.children()) {
            if (FiveClasses.strength(part) * Math.signum(strength) >= Math.abs(strength)) {
                return true;
            }
        }
        return false;
    }
}
