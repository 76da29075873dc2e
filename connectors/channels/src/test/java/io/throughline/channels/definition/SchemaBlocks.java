package io.throughline.channels.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every block of keys that the JSON Schema of a channel describes, found by walking it. */
final class SchemaBlocks {

    /** What stands for an item of a list in a path. */
    static final String ITEM = "[]";

    /**
     * A block with a fixed set of keys.
     *
     * @param path keys from the top to it
     * @param variant keys whose value tells it from its alternatives, e.g. {@code type: bearer}
     * @param keys all it may hold
     * @param words one of the words that a key takes, by key
     */
    record Block(
            List<String> path,
            Map<String, String> variant,
            Set<String> keys,
            Map<String, String> words) {
        @Override
        public String toString() {
            return String.join(".", path) + variant;
        }
    }

    private final JsonNode root;
    private final List<Block> blocks = new ArrayList<>();

    private SchemaBlocks(JsonNode root) {
        this.root = root;
    }

    static List<Block> of(JsonNode schema) {
        SchemaBlocks found = new SchemaBlocks(schema);
        found.walk(schema, List.of());
        return found.blocks;
    }

    private void walk(JsonNode schema, List<String> path) {
        if (schema.has("$ref")) {
            String name = schema.get("$ref").asText().substring("#/definitions/".length());
            walk(root.path("definitions").required(name), path);
        }
        schema.path("anyOf").forEach(each -> walk(each, path));
        if (!path.isEmpty()) {
            schema.path("allOf").forEach(each -> walk(each, path));
        }
        if (schema.has("items")) {
            walk(schema.get("items"), with(path, ITEM));
        }
        if (!schema.path("additionalProperties").isBoolean()) {
            return;
        }
        Set<String> keys = new LinkedHashSet<>();
        Map<String, String> variant = new LinkedHashMap<>();
        Map<String, String> words = new LinkedHashMap<>();
        schema.get("properties")
                .properties()
                .forEach(
                        property -> {
                            keys.add(property.getKey());
                            JsonNode value = property.getValue();
                            boolean tells = List.of("type", "kind").contains(property.getKey());
                            if (tells) {
                                JsonNode first = value.path("enum").path(0);
                                variant.put(
                                        property.getKey(),
                                        value.path("const").asText(first.asText()));
                            }
                            String word = value.path("enum").path(0).asText();
                            if (!word.isEmpty()) {
                                words.put(property.getKey(), word);
                            }
                            walk(value, with(path, property.getKey()));
                        });
        blocks.add(new Block(path, variant, keys, words));
    }

    private static List<String> with(List<String> path, String key) {
        List<String> longer = new ArrayList<>(path);
        longer.add(key);
        return List.copyOf(longer);
    }
}
