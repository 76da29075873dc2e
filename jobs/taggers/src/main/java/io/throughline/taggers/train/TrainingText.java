package io.throughline.taggers.train;

import io.throughline.model.Rating;
import io.throughline.model.SentimentLabel;
import java.util.Objects;

/**
 * A text with the label people, or a rule on their ratings, gave it.
 *
 * @param text as written
 * @param weight how much it counts; 1 is normal
 * @param rating that came with it; null when none is known
 */
public record TrainingText(String text, SentimentLabel label, double weight, Rating rating) {

    public TrainingText {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(label, "label");
    }
}
