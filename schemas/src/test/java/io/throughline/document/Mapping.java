package io.throughline.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * What Elasticsearch would say to a document under a template: a {@code dynamic: strict} mapping
 * takes known fields of the right type only, and no term of more than 32,766 bytes.
 */
final class Mapping {

    static final int MAX_TERM = 32_766;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode mappings;

    private Mapping(JsonNode mappings) {
        this.mappings = mappings;
    }

    static Mapping of(String template) {
        String json =
                IndexTemplates.all().stream()
                        .filter(t -> t.name().equals(template))
                        .findFirst()
                        .orElseThrow()
                        .json();
        return new Mapping(read(json).at("/template/mappings"));
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    static JsonNode read(byte[] document) {
        try {
            return JSON.readTree(new String(document, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Why the document would be rejected; empty when it would be taken. */
    List<String> rejections(byte[] document) {
        List<String> reasons = new ArrayList<>();
        object("", mappings.get("properties"), read(document), reasons);
        return reasons;
    }

    /** Every field of the mapping with its definition, by its full name. */
    void forEachField(BiConsumer<String, JsonNode> action) {
        fields("", mappings.get("properties"), action);
    }

    private static void fields(
            String path, JsonNode properties, BiConsumer<String, JsonNode> action) {
        for (Map.Entry<String, JsonNode> entry : properties.properties()) {
            JsonNode nested = entry.getValue().get("properties");
            if (nested == null) {
                action.accept(path + entry.getKey(), entry.getValue());
            } else {
                fields(path + entry.getKey() + ".", nested, action);
            }
        }
    }

    private static void object(
            String path, JsonNode properties, JsonNode object, List<String> reasons) {
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            String name = path + entry.getKey();
            JsonNode field = properties.get(entry.getKey());
            if (field == null) {
                reasons.add(name + " is not in the mapping");
            } else {
                values(name, field, entry.getValue(), reasons);
            }
        }
    }

    private static void values(String name, JsonNode field, JsonNode value, List<String> reasons) {
        if (value.isArray()) {
            value.forEach(item -> values(name, field, item, reasons));
        } else if (field.has("properties")) {
            object(name + ".", field.get("properties"), value, reasons);
        } else if (!fits(field, value)) {
            reasons.add(name + " is no " + field.get("type").asText());
        }
    }

    private static boolean fits(JsonNode field, JsonNode value) {
        return switch (field.get("type").asText()) {
            case "keyword" -> value.isTextual() && term(field, "", value.asText());
            case "text", "binary" -> value.isTextual();
            case "long" -> value.isIntegralNumber() && value.canConvertToLong();
            case "integer" -> value.isIntegralNumber() && value.canConvertToInt();
            case "double" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "date" -> Instant.parse(value.asText()) != null;
            case "flattened" -> value.isObject() && flattened(field, value);
            default -> false;
        };
    }

    private static boolean flattened(JsonNode field, JsonNode value) {
        return value.properties().stream()
                .allMatch(
                        entry ->
                                !entry.getKey().isEmpty()
                                        && entry.getKey().indexOf('\0') < 0
                                        && term(
                                                field,
                                                entry.getKey() + "\0",
                                                entry.getValue().asText()));
    }

    private static boolean term(JsonNode field, String prefix, String value) {
        boolean ignored = value.length() > field.get("ignore_above").asInt();
        return ignored || (prefix + value).getBytes(StandardCharsets.UTF_8).length <= MAX_TERM;
    }
}
