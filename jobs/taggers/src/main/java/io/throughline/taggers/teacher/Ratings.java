package io.throughline.taggers.teacher;

import io.throughline.domain.learning.SentimentDistribution;
import io.throughline.model.Rating;

/**
 * Takes a rating into account beside the text: as if it were one more, independent witness.
 *
 * <p>The odds that the text gives are multiplied by how much likelier such a rating is from a
 * customer of each feeling. A rating at an end of its scale outweighs a text that says little
 * ("fine"), not one that is plain about it: people do tick the wrong end of a scale.
 */
final class Ratings {

    /** Logarithm of how much an end of the scale speaks for its side and against the other. */
    private static final double STRENGTH = 1.2;

    private Ratings() {}

    static SentimentDistribution with(SentimentDistribution text, Rating rating) {
        if (rating == null) {
            return text;
        }
        double side = rating.normalized() * STRENGTH;
        double neutral = StrictMath.exp(-Math.abs(side) / 2);
        double negative = StrictMath.exp(-side);
        double positive = StrictMath.exp(side);
        double sum =
                text.negative() * negative + text.neutral() * neutral + text.positive() * positive;
        return new SentimentDistribution(
                text.negative() * negative / sum,
                text.neutral() * neutral / sum,
                text.positive() * positive / sum);
    }
}
