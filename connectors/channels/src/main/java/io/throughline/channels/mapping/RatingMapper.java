package io.throughline.channels.mapping;

import io.throughline.channels.Ratings;
import io.throughline.channels.RejectedException;
import io.throughline.channels.definition.RatingRule;
import io.throughline.channels.expression.Expression;
import io.throughline.channels.expression.Scope;
import io.throughline.model.Rating;
import java.util.Optional;

/** Reads a rating and its scale as its rule says. */
final class RatingMapper {

    private final RatingRule rule;

    RatingMapper(RatingRule rule) {
        this.rule = rule;
    }

    /**
     * The rating; null when none was given.
     *
     * @throws RejectedException when it cannot be read, lies outside its scale, or is missing where
     *     there are no words
     */
    Rating of(Scope record, boolean hasText) {
        Optional<String> answer =
                FieldValues.text("rating", rule.value(), record)
                        .map(String::strip)
                        .filter(text -> !rule.ignore().contains(text));
        if (answer.isEmpty()) {
            if (hasText) {
                return null;
            }
            throw RejectedException.missing("rating (" + rule.value() + ")");
        }
        double min = bound("rating.min", rule.min(), record);
        double max = bound("rating.max", rule.max(), record);
        if (!(min < max)) {
            throw RejectedException.invalid(
                    "rating", "has a scale whose end is not above its begin");
        }
        String name = "rating (" + rule.value() + ")";
        Double word = rule.values().get(answer.get());
        return Ratings.of(name, word == null ? answer.get() : word.toString(), min, max);
    }

    private static double bound(String name, Expression from, Scope record) {
        String text =
                FieldValues.text(name, from, record)
                        .orElseThrow(() -> RejectedException.missing(name + " (" + from + ")"));
        return Ratings.number(name + " (" + from + ")", text);
    }
}
