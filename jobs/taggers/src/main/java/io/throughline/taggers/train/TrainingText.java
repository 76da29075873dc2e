package io.throughline.taggers.train;

import io.throughline.domain.learning.SentimentDistribution;
import io.throughline.model.Rating;
import io.throughline.model.SentimentLabel;
import java.util.Objects;

/**
 * A text with the label people, or a rule on their ratings, gave it.
 *
 * @param text as written
 * @param label the likeliest label
 * @param weight how much it counts; 1 is normal
 * @param rating that came with it; null when none is known
 * @param target how likely each label is; all on {@code label} unless people's ratings were graded
 */
public record TrainingText(
        String text,
        SentimentLabel label,
        double weight,
        Rating rating,
        SentimentDistribution target) {

    public TrainingText {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(target, "target");
    }

    /** A text whose label is certain. */
    public TrainingText(String text, SentimentLabel label, double weight, Rating rating) {
        this(text, label, weight, rating, SentimentDistribution.certain(label));
    }
}
