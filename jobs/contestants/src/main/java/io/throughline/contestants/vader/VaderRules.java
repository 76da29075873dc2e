package io.throughline.contestants.vader;

import com.vader.sentiment.util.Utils;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * VADER's rules over the lexicon and word lists of its Java port.
 *
 * <p>The port's own analyser misses negations with a capital ("Not bad") and takes minutes over
 * long texts, so the rules are applied here, after the reference in Python: a score for each word
 * of the lexicon, changed by the three words before it, by capitals, by "but" and by punctuation.
 * What the reference does by accident is kept where it decides answers: "so" and "this" before a
 * word strengthen it as if "never" went before them. Its later lexicon of emoji is not part of the
 * port.
 */
final class VaderRules {

    private static final double SHOUT = 0.733;
    private static final double NEGATION = -0.74;
    private static final double NEVER_SO = 1.25;
    private static final double[] BY_DISTANCE = {1, 0.95, 0.9};
    private static final double BEFORE_BUT = 0.5;
    private static final double AFTER_BUT = 1.5;
    private static final double EXCLAMATION = 0.292;
    private static final int MOST_EXCLAMATIONS = 4;
    private static final double QUESTION = 0.18;
    private static final double MANY_QUESTIONS = 0.96;
    private static final double SOFTENING = 15;

    private static final Set<String> EMPHATIC = Set.of("so", "this");
    private static final Set<String> COMPARING = Set.of("at", "very");

    private final Map<String, Double> lexicon = doubles(Utils.getWordValenceDictionary());
    private final Map<String, Double> boosters = doubles(Utils.getBoosterDictionary());
    private final Map<String, Double> idioms = doubles(Utils.getSentimentLadenIdioms());
    private final Set<String> negations = Set.copyOf(Utils.NEGATIVE_WORDS);

    /** The compound score, from -1 to 1. */
    double compound(String given) {
        VaderText text = VaderText.of(given);
        int size = text.words().size();
        int but = text.lower().indexOf("but");
        double sum = 0;
        for (int i = 0; i < size; i++) {
            double valence = valence(text, i);
            if (but >= 0 && i != but) {
                valence *= i < but ? BEFORE_BUT : AFTER_BUT;
            }
            sum += valence;
        }
        sum += Math.signum(sum) * emphasis(text);
        return sum / Math.sqrt(sum * sum + SOFTENING);
    }

    private double valence(VaderText text, int i) {
        String word = text.at(i);
        Double known = lexicon.get(word);
        boolean hedge = word.equals("kind") && text.at(i + 1).equals("of");
        if (known == null || boosters.containsKey(word) || hedge) {
            return 0;
        }
        double valence = afterNo(text, i, known);
        if (text.standsOut(i)) {
            valence += valence > 0 ? SHOUT : -SHOUT;
        }
        for (int distance = 1; distance <= BY_DISTANCE.length && distance <= i; distance++) {
            int before = i - distance;
            if (lexicon.containsKey(text.at(before))) {
                continue;
            }
            valence += boost(text, before, valence) * BY_DISTANCE[distance - 1];
            valence *= negation(text, i, distance);
            if (distance == BY_DISTANCE.length) {
                valence = idiom(text, i, valence);
            }
        }
        boolean least = text.at(i - 1).equals("least") && !lexicon.containsKey("least");
        return least && !COMPARING.contains(text.at(i - 2)) ? valence * NEGATION : valence;
    }

    /** "No" before a word of the lexicon turns that one, and counts for nothing itself. */
    private double afterNo(VaderText text, int i, double known) {
        boolean turned =
                text.at(i - 1).equals("no")
                        || text.at(i - 2).equals("no")
                        || (text.at(i - 3).equals("no")
                                && List.of("or", "nor").contains(text.at(i - 1)));
        if (turned) {
            return known * NEGATION;
        }
        return text.at(i).equals("no") && lexicon.containsKey(text.at(i + 1)) ? 0 : known;
    }

    private double boost(VaderText text, int before, double valence) {
        Double boost = boosters.get(text.at(before));
        if (boost == null) {
            return 0;
        }
        double directed = valence < 0 ? -boost : boost;
        if (text.standsOut(before)) {
            directed += valence > 0 ? SHOUT : -SHOUT;
        }
        return directed;
    }

    /** What the word at that distance multiplies the valence with. */
    private double negation(VaderText text, int i, int distance) {
        String before = text.at(i - distance);
        String next = text.at(i - 1);
        String second = text.at(i - 2);
        boolean emphatic =
                switch (distance) {
                    case 2 -> before.equals("never") && EMPHATIC.contains(next);
                    case 3 ->
                            (before.equals("never") && EMPHATIC.contains(second))
                                    || EMPHATIC.contains(next);
                    default -> false;
                };
        if (emphatic) {
            return NEVER_SO;
        }
        boolean doubtless =
                before.equals("without")
                        && ((distance == 2 && next.equals("doubt"))
                                || (distance == 3
                                        && (second.equals("doubt") || next.equals("doubt"))));
        boolean negated = negations.contains(before) || before.contains("n't");
        return negated && !doubtless ? NEGATION : 1;
    }

    private double idiom(VaderText text, int i, double valence) {
        String word = text.at(i);
        String one = text.at(i - 1);
        String two = text.at(i - 2);
        String three = text.at(i - 3);
        double changed = valence;
        for (String phrase :
                List.of(
                        one + " " + word,
                        two + " " + one + " " + word,
                        two + " " + one,
                        three + " " + two + " " + one,
                        three + " " + two)) {
            if (idioms.containsKey(phrase)) {
                changed = idioms.get(phrase);
                break;
            }
        }
        changed = idioms.getOrDefault(word + " " + text.at(i + 1), changed);
        changed = idioms.getOrDefault(word + " " + text.at(i + 1) + " " + text.at(i + 2), changed);
        for (String phrase :
                List.of(three + " " + two + " " + one, three + " " + two, two + " " + one)) {
            changed += boosters.getOrDefault(phrase, 0.0);
        }
        return changed;
    }

    private static double emphasis(VaderText text) {
        double exclamations = EXCLAMATION * Math.min(MOST_EXCLAMATIONS, text.exclamations());
        int questions = text.questions();
        if (questions > 3) {
            return exclamations + MANY_QUESTIONS;
        }
        return exclamations + (questions > 1 ? QUESTION * questions : 0);
    }

    /** As written in the lists: 1.9 rather than the double next to the float 1.9. */
    private static Map<String, Double> doubles(Map<String, Float> floats) {
        Map<String, Double> doubles = new HashMap<>();
        floats.forEach((word, value) -> doubles.put(word, Double.valueOf(value.toString())));
        return doubles;
    }
}
