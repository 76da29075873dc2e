package io.throughline.taggers.train;

import io.throughline.domain.learning.SentimentDistribution;

/**
 * Makes label probabilities of a mean rating on a scale around 0: two logistic curves, one for each
 * side, and neutral is what they leave.
 *
 * <p>Twenty raters whose mean is 0.4 do not agree on a label; to call it neutral, or to leave it
 * out, would teach less than to say how undecided it is.
 *
 * @param edge rating at which a side is as likely as not, above 0
 * @param slope how fast that changes with the rating, above 0
 */
public record Grades(double edge, double slope) {

    public Grades {
        if (!(edge > 0 && slope > 0)) {
            throw new IllegalArgumentException("edge and slope must be above 0");
        }
    }

    /** The probabilities at a rating. */
    public SentimentDistribution at(double rating) {
        double positive = 1 / (1 + StrictMath.exp(slope * (edge - rating)));
        double negative = 1 / (1 + StrictMath.exp(slope * (edge + rating)));
        double neutral = Math.max(0, 1 - positive - negative);
        double sum = positive + negative + neutral;
        return new SentimentDistribution(negative / sum, neutral / sum, positive / sum);
    }
}
