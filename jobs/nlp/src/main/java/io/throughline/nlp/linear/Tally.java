package io.throughline.nlp.linear;

import java.util.Set;

/** Counts what the {@link Lexicon} says of the words of one text, and makes features of it. */
final class Tally {

    private static final Lexicon LEXICON = Lexicon.shipped();

    private final Set<String> features;
    private int good;
    private int bad;
    private int trouble;
    private int goodSinceContrast;
    private int badSinceContrast;
    private boolean contrast;

    Tally(Set<String> features) {
        this.features = features;
    }

    void add(String word, String before, boolean negated) {
        if (SentimentFeatures.isContrast(word)) {
            contrast = true;
            goodSinceContrast = 0;
            badSinceContrast = 0;
        }
        String category = LEXICON.category(word);
        if (category == null) {
            return;
        }
        features.add((negated ? "l:not-" : "l:") + category);
        if ("intensifier".equals(LEXICON.category(before))) {
            features.add((negated ? "l:not-very-" : "l:very-") + category);
        }
        count(category, negated);
    }

    void close() {
        features.add("d:" + bucket(good) + bucket(bad));
        features.add("d:" + Integer.signum(good - bad));
        features.add("d:trouble" + bucket(trouble));
        if (good > 0 && trouble > 0) {
            features.add(bad > 0 ? "d:good+bad+trouble" : "d:good+trouble");
        }
        if (contrast) {
            features.add("d:but" + Integer.signum(goodSinceContrast - badSinceContrast));
        }
    }

    private void count(String category, boolean negated) {
        switch (category) {
            case "strong-positive", "positive", "smile" -> feel(!negated);
            case "strong-negative", "negative", "frown" -> feel(negated);
            case "trouble" -> trouble++;
            default -> {
                // intensifiers and hedges tell nothing by themselves
            }
        }
    }

    private void feel(boolean pleased) {
        if (pleased) {
            good++;
            goodSinceContrast++;
        } else {
            bad++;
            badSinceContrast++;
        }
    }

    private static String bucket(int count) {
        return count < 3 ? Integer.toString(count) : count < 6 ? "3+" : "6+";
    }
}
