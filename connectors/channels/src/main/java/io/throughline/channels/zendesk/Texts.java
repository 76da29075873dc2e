package io.throughline.channels.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.StringJoiner;

/** Values as text. */
final class Texts {

    private Texts() {}

    /** A single value, or those of a list with commas between; null when there is none. */
    static String joined(JsonNode value) {
        if (!value.isArray()) {
            return text(value);
        }
        StringJoiner joined = new StringJoiner(", ").setEmptyValue("");
        for (JsonNode item : value) {
            String text = text(item);
            if (text != null) {
                joined.add(text);
            }
        }
        return joined.toString();
    }

    private static String text(JsonNode value) {
        boolean scalar = value.isTextual() || value.isNumber() || value.isBoolean();
        return scalar && !value.asText().isBlank() ? value.asText().strip() : null;
    }
}
