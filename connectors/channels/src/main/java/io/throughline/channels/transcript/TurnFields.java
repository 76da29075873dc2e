package io.throughline.channels.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.RejectedException;
import io.throughline.channels.json.Fields;

/** Typed access to the fields of a turn; messages name the turn's place. */
public final class TurnFields {

    private TurnFields() {}

    /** What was said: a text that must be there, and may be empty. */
    public static String content(String field, JsonNode content) {
        if (Fields.absent(content)) {
            throw RejectedException.missing(field);
        }
        if (!content.isTextual()) {
            throw RejectedException.invalid(field, "is no text");
        }
        return content.asText();
    }

    /** A number of milliseconds from zero; null when it is absent. */
    public static Long millis(String field, JsonNode millis) {
        if (Fields.absent(millis)) {
            return null;
        }
        if (!millis.isIntegralNumber() || !millis.canConvertToLong() || millis.asLong() < 0) {
            throw RejectedException.invalid(field, "is no number of milliseconds");
        }
        return millis.asLong();
    }

    /** Rejects a turn that ends before it begins; either may be null. */
    public static void requireOrder(String turn, String begin, Long from, String end, Long to) {
        if (from != null && to != null && from > to) {
            throw RejectedException.invalid(turn + "." + begin, "is after " + end);
        }
    }
}
