package io.throughline.nlp.linear;

import io.throughline.nlp.Tokens;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the linear model sees of a text: words, pairs and triples of words, what the {@link Lexicon}
 * knows of them, how it is written (capitals, stretched words, marks), and beginnings of words.
 *
 * <p>A word in the {@link Negation scope} of a negation is another feature than the word itself.
 * After a "but", lexicon words count once more, because what follows is what people mean.
 */
public final class SentimentFeatures {

    /** On every text. */
    public static final String BIAS = "bias";

    private static final int STEM = 5;
    private static final Set<String> CONTRAST =
            Set.of("but", "however", "although", "though", "unfortunately", "except", "yet");

    private SentimentFeatures() {}

    /** The features of a cleaned text, each once, in a stable order. */
    public static Set<String> of(String text) {
        return of(Tokens.of(text));
    }

    static Set<String> of(List<String> tokens) {
        Set<String> features = new LinkedHashSet<>(tokens.size() * 8 + 8);
        features.add(BIAS);
        Negation negation = new Negation();
        Tally tally = new Tally(features);
        String before = "^";
        String beforeThat = "^";
        for (int i = 0; i < tokens.size(); i++) {
            String written = tokens.get(i);
            String word = word(written);
            boolean negated = negation.covers(word, tokens, i);
            if (isWord(word)) {
                features.add((negated ? "n:" : "w:") + word);
                if (word.length() > STEM) {
                    features.add((negated ? "ns:" : "s:") + word.substring(0, STEM));
                }
                shape(written, features);
            } else {
                features.add("p:" + word);
            }
            features.add("b:" + before + ' ' + word);
            features.add("t:" + beforeThat + ' ' + before + ' ' + word);
            tally.add(word, before, negated);
            beforeThat = before;
            before = word;
        }
        features.add("b:" + before + " $");
        tally.close();
        return features;
    }

    static boolean isContrast(String word) {
        return CONTRAST.contains(word);
    }

    /** Lower case, numbers alike, a stretched word as it is in the dictionary. */
    static String word(String token) {
        String lower = token.toLowerCase(Locale.ROOT);
        if (Character.isDigit(lower.charAt(0))) {
            return "0";
        }
        if (!isStretched(lower)) {
            return lower;
        }
        String twice = lower.replaceAll("(\\p{L})\\1{2,}", "$1$1");
        return Lexicon.shipped().category(twice) != null
                ? twice
                : lower.replaceAll("(\\p{L})\\1{2,}", "$1");
    }

    private static void shape(String token, Set<String> features) {
        if (isStretched(token)) {
            features.add("!stretched");
        }
        if (token.length() > 2
                && token.equals(token.toUpperCase(Locale.ROOT))
                && !token.equals(token.toLowerCase(Locale.ROOT))) {
            features.add("!capitals");
        }
    }

    private static boolean isStretched(String token) {
        for (int i = 2; i < token.length(); i++) {
            char c = token.charAt(i);
            if (c == token.charAt(i - 1) && c == token.charAt(i - 2) && Character.isLetter(c)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWord(String word) {
        return Character.isLetterOrDigit(word.codePointAt(0)) || word.equals("n't");
    }
}
