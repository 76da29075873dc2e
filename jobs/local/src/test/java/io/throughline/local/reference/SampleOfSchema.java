package io.throughline.local.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * YAML with every block that a schema describes, each with one key more that nobody knows, so that
 * a reader tells at that line which keys it does know.
 */
final class SampleOfSchema {

    /** Far from every key, so that a reader lists all it knows. */
    static final String UNKNOWN = "zzzzzzzzzzzzzzzzzzzz";

    private final JsonNode schema;
    private final String without;
    private final StringBuilder yaml = new StringBuilder();
    private final Map<Integer, Set<String>> keys = new LinkedHashMap<>();
    private int lines;

    private SampleOfSchema(JsonNode schema, String without) {
        this.schema = schema;
        this.without = without;
    }

    /**
     * @param without a key that is left out, because it stands instead of another
     */
    static SampleOfSchema of(JsonNode schema, String without) {
        SampleOfSchema sample = new SampleOfSchema(schema, without);
        sample.block(schema, "");
        return sample;
    }

    String yaml() {
        return yaml.toString();
    }

    /** Keys of the block whose unknown key is in the line. */
    Map<Integer, Set<String>> keys() {
        return keys;
    }

    private void line(String text) {
        yaml.append(text).append('\n');
        lines++;
    }

    private void block(JsonNode node, String indent) {
        line(indent + UNKNOWN + ": 1");
        Set<String> known = new TreeSet<>();
        node.get("properties").properties().forEach(entry -> known.add(entry.getKey()));
        keys.put(lines, known);
        node.get("properties").properties().stream()
                .filter(entry -> !entry.getKey().equals(without))
                .forEach(entry -> key(entry.getKey(), entry.getValue(), indent));
    }

    private void key(String key, JsonNode value, String indent) {
        List<JsonNode> blocks = blocks(value);
        if (value.has("items")) {
            line(indent + key + ":");
            for (JsonNode item : blocks(value.get("items"))) {
                line(indent + "  -");
                block(item, indent + "    ");
            }
        } else if (!blocks.isEmpty()) {
            line(indent + key + ":");
            block(blocks.get(0), indent + "  ");
        } else if (value.path("additionalProperties").isObject()) {
            List<JsonNode> named = blocks(value.get("additionalProperties"));
            if (!named.isEmpty()) {
                line(indent + key + ":");
                line(indent + "  mine:");
                block(named.get(0), indent + "    ");
            }
        } else {
            line(indent + key + ": " + scalar(value));
        }
    }

    private List<JsonNode> blocks(JsonNode value) {
        List<JsonNode> found = new ArrayList<>();
        if (value.has("$ref")) {
            found.addAll(blocks(schema.at(value.get("$ref").asText().substring(1))));
        }
        value.path("anyOf").forEach(part -> found.addAll(blocks(part)));
        value.path("allOf").forEach(part -> found.addAll(blocks(part)));
        if (value.has("properties")) {
            found.add(value);
        }
        return found;
    }

    private static String scalar(JsonNode value) {
        if (value.has("const")) {
            return value.get("const").asText();
        }
        if (value.has("enum")) {
            return value.get("enum").get(0).asText();
        }
        if (value.has("examples")) {
            return value.get("examples").get(0).asText();
        }
        return value.has("default") ? value.get("default").asText() : "1";
    }
}
