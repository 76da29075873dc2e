package io.throughline.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The fields of a JSON object that {@link JsonWriter} wrote. Every method throws an {@link
 * IllegalArgumentException} that names the field when it is missing or of another type.
 */
final class JsonFields {

    private final JsonNode object;

    JsonFields(JsonNode object) {
        if (!object.isObject()) {
            throw new IllegalArgumentException("no JSON object");
        }
        this.object = object;
    }

    String text(String name) {
        JsonNode value = object.get(name);
        check(name, value != null && value.isTextual(), "text");
        return value.textValue();
    }

    String textOrNull(String name) {
        return object.hasNonNull(name) ? text(name) : null;
    }

    Instant time(String name) {
        String text = text(name);
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name + " is no time", e);
        }
    }

    Instant timeOrNull(String name) {
        return object.hasNonNull(name) ? time(name) : null;
    }

    long whole(String name) {
        JsonNode value = object.get(name);
        check(name, value != null && value.isIntegralNumber(), "whole number");
        return value.longValue();
    }

    double number(String name) {
        JsonNode value = object.get(name);
        check(name, value != null && value.isNumber(), "number");
        return value.doubleValue();
    }

    boolean bool(String name) {
        JsonNode value = object.get(name);
        check(name, value != null && value.isBoolean(), "true or false");
        return value.booleanValue();
    }

    <E extends Enum<E>> E constant(Class<E> type, String name) {
        return Enum.valueOf(type, text(name).toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    Optional<JsonFields> object(String name) {
        return object.hasNonNull(name)
                ? Optional.of(new JsonFields(object.get(name)))
                : Optional.empty();
    }

    List<JsonFields> objects(String name) {
        return items(name).stream().map(JsonFields::new).toList();
    }

    List<String> texts(String name) {
        return items(name).stream().map(JsonNode::asText).toList();
    }

    private List<JsonNode> items(String name) {
        JsonNode value = object.get(name);
        check(name, value != null && value.isArray(), "list");
        return StreamSupport.stream(value.spliterator(), false).toList();
    }

    private static void check(String name, boolean fits, String type) {
        if (!fits) {
            throw new IllegalArgumentException(name + " is no " + type);
        }
    }
}
