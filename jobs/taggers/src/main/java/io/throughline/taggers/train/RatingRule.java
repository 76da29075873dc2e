package io.throughline.taggers.train;

import io.throughline.model.Rating;
import java.util.Optional;

/**
 * Which column of a data file is a rating.
 *
 * @param column name, or number from 1 in a file without a header
 * @param min worst
 * @param max best
 */
public record RatingRule(String column, double min, double max) {

    /** The rating of a row with that value in the column; nothing when it is none. */
    public Optional<Rating> rating(String value) {
        try {
            double number = Double.parseDouble(value.strip());
            return number >= min && number <= max
                    ? Optional.of(new Rating(number, min, max))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
