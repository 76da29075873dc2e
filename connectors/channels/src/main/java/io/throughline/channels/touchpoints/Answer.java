package io.throughline.channels.touchpoints;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.RejectedException;
import io.throughline.channels.json.Fields;
import io.throughline.model.Rating;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;

/** Single answers, of which the word {@code null} is none. */
final class Answer {

    private static final String[] FACTORS = {
        "effectiveness", "ease", "efficiency", "transparency", "humanity", "employee", "other"
    };

    private Answer() {}

    /** The answer as text; empty when there is none. */
    static Optional<String> of(JsonNode from, String name) {
        return Fields.text(from, name)
                .map(String::strip)
                .filter(text -> !text.isEmpty() && !text.equalsIgnoreCase("null"));
    }

    /**
     * A thumb: up is 1 and down is 0 on a scale of 0 to 1.
     *
     * @throws RejectedException {@code INVALID_FIELD} when it is neither
     */
    static Optional<Rating> thumb(JsonNode from, String name) {
        return of(from, name)
                .map(
                        answer ->
                                switch (answer.toLowerCase(Locale.ROOT)) {
                                    case "1", "true", "yes" -> new Rating(1, 0, 1);
                                    case "0", "false", "no" -> new Rating(0, 0, 1);
                                    default ->
                                            throw RejectedException.invalid(
                                                    name, "is neither 1 nor 0");
                                });
    }

    /** The factors that were ticked, of columns such as {@code positive_ease}. */
    static String ticked(JsonNode from, String prefix) {
        StringJoiner ticked = new StringJoiner(", ").setEmptyValue("");
        for (String factor : FACTORS) {
            String value = from.path(prefix + factor).asText("");
            if (value.equals("1") || value.equalsIgnoreCase("true")) {
                ticked.add(factor);
            }
        }
        return ticked.toString();
    }

    /** Whether a text is a list of factors, such as {@code ease,humanity}. */
    static boolean isFactors(String text) {
        for (String part : text.split(",", -1)) {
            boolean known = false;
            for (String factor : FACTORS) {
                known |= factor.equals(part.strip());
            }
            if (!known) {
                return false;
            }
        }
        return true;
    }
}
