package io.throughline.taggers.student;

import io.throughline.domain.learning.SentimentDistribution;
import java.util.Collection;

/**
 * One feeling out of those of several turns, each weighted by how far it is from neutral: "hello",
 * "yes" and a policy number do not water down the one sentence that says it.
 */
public final class TurnRollUp {

    private static final double LEAST_WEIGHT = 0.05;

    private TurnRollUp() {}

    /**
     * The feeling of the whole.
     *
     * @throws IllegalArgumentException when there are no parts
     */
    public static SentimentDistribution of(Collection<SentimentDistribution> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("nothing to roll up");
        }
        double total = 0;
        double negative = 0;
        double neutral = 0;
        double positive = 0;
        for (SentimentDistribution part : parts) {
            double weight = weight(part);
            total += weight;
            negative += weight * part.negative();
            neutral += weight * part.neutral();
            positive += weight * part.positive();
        }
        return new SentimentDistribution(negative / total, neutral / total, positive / total);
    }

    /** How much a turn counts beside the others. */
    static double weight(SentimentDistribution part) {
        return LEAST_WEIGHT + Math.abs(part.score());
    }
}
