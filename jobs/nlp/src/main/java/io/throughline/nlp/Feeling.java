package io.throughline.nlp;

import io.throughline.model.Sentiment;
import io.throughline.model.SentimentLabel;
import java.util.Collection;

/**
 * Probabilities of the three labels; they sum to 1.
 *
 * @param negative 0 to 1
 * @param neutral 0 to 1
 * @param positive 0 to 1
 */
public record Feeling(double negative, double neutral, double positive) {

    private static final double LEAST_WEIGHT = 0.05;

    /** The softmax of three scores, the same on every machine. */
    public static Feeling ofScores(double negative, double neutral, double positive) {
        double highest = Math.max(negative, Math.max(neutral, positive));
        double e0 = StrictMath.exp(negative - highest);
        double e1 = StrictMath.exp(neutral - highest);
        double e2 = StrictMath.exp(positive - highest);
        double sum = e0 + e1 + e2;
        return new Feeling(e0 / sum, e1 / sum, e2 / sum);
    }

    /** Expected value on the scale from -1 to 1. */
    public double score() {
        return Math.max(-1, Math.min(1, positive - negative));
    }

    /** The likeliest label; neutral wins a tie. */
    public SentimentLabel label() {
        if (neutral >= negative && neutral >= positive) {
            return SentimentLabel.NEUTRAL;
        }
        return negative >= positive ? SentimentLabel.NEGATIVE : SentimentLabel.POSITIVE;
    }

    /** Probability of {@link #label}. */
    public double confidence() {
        return Math.min(1, Math.max(negative, Math.max(neutral, positive)));
    }

    /** As the answer of an engine. */
    public Sentiment sentiment(String engine, String model) {
        return new Sentiment(label(), score(), confidence(), null, engine, model);
    }

    /**
     * One feeling out of those of several turns or sentences, each weighted by how far it is from
     * neutral: "hello", "yes" and a policy number do not water down the one sentence that says it.
     *
     * @throws IllegalArgumentException when there are none
     */
    public static Feeling rollUp(Collection<Feeling> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("nothing to roll up");
        }
        double total = 0;
        double negative = 0;
        double neutral = 0;
        double positive = 0;
        for (Feeling part : parts) {
            double weight = LEAST_WEIGHT + Math.abs(part.score());
            total += weight;
            negative += weight * part.negative;
            neutral += weight * part.neutral;
            positive += weight * part.positive;
        }
        return new Feeling(negative / total, neutral / total, positive / total);
    }
}
