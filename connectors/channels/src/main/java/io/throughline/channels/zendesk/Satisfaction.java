package io.throughline.channels.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.RejectedException;
import io.throughline.channels.json.Fields;
import io.throughline.model.Rating;
import java.util.Locale;
import java.util.Optional;

/**
 * The older satisfaction rating, a thumb up or down: {@code good} is 1 and {@code bad} is 0 on a
 * scale of 0 to 1. One that was only {@code offered}, or was not, is no answer.
 */
final class Satisfaction {

    private Satisfaction() {}

    /**
     * The rating of an object with a {@code score}.
     *
     * @throws RejectedException {@code INVALID_FIELD} when the score is no known word
     */
    static Optional<Rating> of(JsonNode rating) {
        Optional<String> score = Fields.words(rating, "score").filter(text -> !text.isBlank());
        return score.flatMap(Satisfaction::of);
    }

    private static Optional<Rating> of(String score) {
        return switch (score.strip().toLowerCase(Locale.ROOT)) {
            case "good", "good_with_comment", "good_without_comment" ->
                    Optional.of(new Rating(1, 0, 1));
            case "bad", "bad_with_comment", "bad_without_comment" ->
                    Optional.of(new Rating(0, 0, 1));
            case "offered", "unoffered" -> Optional.empty();
            default -> throw RejectedException.invalid("score", "is none of good and bad");
        };
    }
}
