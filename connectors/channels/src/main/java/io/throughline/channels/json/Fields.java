package io.throughline.channels.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.RejectedException;
import io.throughline.model.FeedbackBuilder;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Typed access to the fields of a record. Absent and null are the same; a value of the wrong type
 * is {@code INVALID_FIELD}. An identifier may be a number as well as a text, since feeds differ in
 * it between versions.
 */
public final class Fields {

    private Fields() {}

    /** A text or number that must be there and not blank. */
    public static String requiredText(JsonNode parent, String name) {
        return text(parent, name)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> RejectedException.missing(name));
    }

    /** Somebody's words: a text and nothing else; empty when absent or null. */
    public static Optional<String> words(JsonNode parent, String name) {
        JsonNode value = parent.path(name);
        if (!absent(value) && !value.isTextual()) {
            throw RejectedException.invalid(name, "is no text");
        }
        return text(parent, name);
    }

    /** A text or number; empty when absent or null, but not when blank. */
    public static Optional<String> text(JsonNode parent, String name) {
        JsonNode value = parent.path(name);
        if (absent(value)) {
            return Optional.empty();
        }
        if (!value.isTextual() && !value.isNumber()) {
            throw RejectedException.invalid(name, "is no text");
        }
        return Optional.of(value.asText());
    }

    /**
     * A text, number or boolean as text that a record can do without: of another type or blank, it
     * counts as absent.
     */
    public static Optional<String> lenientText(JsonNode parent, String name) {
        JsonNode value = parent.path(name);
        boolean scalar = value.isTextual() || value.isNumber() || value.isBoolean();
        return scalar && !value.asText().isBlank() ? Optional.of(value.asText()) : Optional.empty();
    }

    /** An object. */
    public static Optional<JsonNode> object(JsonNode parent, String name) {
        JsonNode value = parent.path(name);
        if (absent(value)) {
            return Optional.empty();
        }
        if (!value.isObject()) {
            throw RejectedException.invalid(name, "is no object");
        }
        return Optional.of(value);
    }

    /** The items of a list; none when it is absent. */
    public static List<JsonNode> items(JsonNode parent, String name) {
        JsonNode value = parent.path(name);
        if (absent(value)) {
            return List.of();
        }
        if (!value.isArray()) {
            throw RejectedException.invalid(name, "is no list");
        }
        return StreamSupport.stream(value.spliterator(), false).toList();
    }

    /** Whether a value is absent or null. */
    public static boolean absent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    /** Adds a field that a record can do without as an extra; nothing when it is not there. */
    public static void extra(FeedbackBuilder feedback, String key, JsonNode parent, String name) {
        lenientText(parent, name).ifPresent(value -> feedback.extra(key, value.strip()));
    }
}
