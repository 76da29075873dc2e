package io.throughline.taggers.train;

import io.throughline.model.SentimentLabel;
import java.util.Objects;

/**
 * A text with the label people, or a rule on their ratings, gave it.
 *
 * @param text as written
 * @param weight how much it counts; 1 is normal
 */
public record TrainingText(String text, SentimentLabel label, double weight) {

    public TrainingText {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(label, "label");
    }
}
