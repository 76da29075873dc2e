package io.throughline.local.provision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The form in which saved objects can be compared: JSON that Kibana keeps as text is read, and
 * references are found by their name, since their order means nothing.
 */
final class SavedObjectForm {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SavedObjectForm() {}

    /** What an object that Kibana has lacks of one that is wanted. */
    static List<Difference> missing(JsonNode present, JsonNode wanted) {
        List<Difference> found =
                new ArrayList<>(
                        Differences.missing(
                                parsed(present.path("attributes")),
                                parsed(wanted.path("attributes"))));
        found.addAll(
                Differences.between(
                        references(present.path("references")),
                        references(wanted.path("references"))));
        return found;
    }

    private static ObjectNode references(JsonNode list) {
        TreeMap<String, String> byName = new TreeMap<>();
        list.forEach(
                one ->
                        byName.put(
                                one.path("name").asText(),
                                one.path("type").asText() + " " + one.path("id").asText()));
        ObjectNode references = JsonNodeFactory.instance.objectNode();
        byName.forEach((name, target) -> references.put("references " + name, target));
        return references;
    }

    /** A copy with every text that is an object or array of JSON read. */
    static JsonNode parsed(JsonNode node) {
        if (node.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            node.fields()
                    .forEachRemaining(field -> copy.set(field.getKey(), parsed(field.getValue())));
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> copy.add(parsed(item)));
            return copy;
        }
        return node.isTextual() ? text(node) : node;
    }

    private static JsonNode text(JsonNode node) {
        String text = node.asText();
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return node;
        }
        try {
            return parsed(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            return node;
        }
    }
}
