package io.throughline.channels.typeform;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.Ratings;
import io.throughline.model.Rating;

/**
 * A question.
 *
 * @param key readable name; empty when nothing names it
 * @param type e.g. {@code long_text}; empty when unknown
 * @param properties of the question; may be missing
 */
record FormField(String key, String type, JsonNode properties) {

    private static final int DEFAULT_STARS = 5;
    private static final int DEFAULT_OPINIONS = 11;
    private static final int MOST_STEPS = 100;
    private static final int NPS_BEST = 10;

    /** Whether its answer is a number on a scale. */
    boolean isRating() {
        return type.equals("rating") || type.equals("opinion_scale") || type.equals("nps");
    }

    /**
     * The answer on the question's scale: NPS 0 to 10; rating 1 to {@code steps} (5 unless given);
     * opinion scale 0 to {@code steps} - 1 (0 to 10 unless given), or from 1 with {@code
     * start_at_one} (1 to 10 unless given).
     */
    Rating rating(String field, String number) {
        if (type.equals("nps")) {
            return Ratings.steps(field, number, 0, NPS_BEST);
        }
        if (type.equals("rating")) {
            return Ratings.steps(field, number, 1, steps(DEFAULT_STARS));
        }
        boolean fromOne = properties.path("start_at_one").asBoolean(false);
        return fromOne
                ? Ratings.steps(field, number, 1, steps(DEFAULT_OPINIONS - 1))
                : Ratings.steps(field, number, 0, steps(DEFAULT_OPINIONS) - 1);
    }

    private int steps(int otherwise) {
        int steps = properties.path("steps").asInt(otherwise);
        return steps > 1 && steps <= MOST_STEPS ? steps : otherwise;
    }
}
