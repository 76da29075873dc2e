package io.throughline.domain.learning;

import io.throughline.model.Basis;
import io.throughline.model.Sentiment;
import io.throughline.model.SentimentLabel;

/**
 * How likely each label is.
 *
 * @param negative 0 to 1
 * @param neutral 0 to 1
 * @param positive 0 to 1; the three sum to 1
 */
public record SentimentDistribution(double negative, double neutral, double positive) {

    public SentimentDistribution {
        double sum = negative + neutral + positive;
        if (!(negative >= 0 && neutral >= 0 && positive >= 0 && Math.abs(sum - 1) < 1e-3)) {
            throw new IllegalArgumentException(
                    negative + ", " + neutral + ", " + positive + " is no distribution");
        }
    }

    /** All on one label, as a person says it. */
    public static SentimentDistribution certain(SentimentLabel label) {
        return new SentimentDistribution(
                label == SentimentLabel.NEGATIVE ? 1 : 0,
                label == SentimentLabel.NEUTRAL ? 1 : 0,
                label == SentimentLabel.POSITIVE ? 1 : 0);
    }

    /** The likeliest label; of equals the first of negative, neutral, positive. */
    public SentimentLabel label() {
        if (negative >= neutral && negative >= positive) {
            return SentimentLabel.NEGATIVE;
        }
        return neutral >= positive ? SentimentLabel.NEUTRAL : SentimentLabel.POSITIVE;
    }

    /** Probability of {@link #label()}. */
    public double confidence() {
        return Math.min(1, Math.max(negative, Math.max(neutral, positive)));
    }

    /** Positive minus negative, -1 to 1. */
    public double score() {
        return Math.max(-1, Math.min(1, positive - negative));
    }

    /**
     * As the answer of an engine.
     *
     * @param basis null for an engine that does not learn
     */
    public Sentiment sentiment(String engine, String model, Basis basis) {
        return new Sentiment(label(), score(), confidence(), null, engine, model, basis);
    }
}
