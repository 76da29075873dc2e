package io.throughline.kibana.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.kibana.Json;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Values that stand in objects, by the key under which they do: each could stand for another. */
final class Pool {

    private static final Set<String> FIELDS = Set.of("sourceField", "fieldName", "sortField");

    private final Map<String, Set<String>> byKey = new TreeMap<>();

    void add(JsonNode node) {
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            add(key(entry.getKey(), node), entry.getValue());
        }
        if (node.isArray()) {
            node.forEach(this::add);
        }
    }

    private void add(String key, JsonNode value) {
        if (!value.isTextual()) {
            if (value.isArray()) {
                value.forEach(item -> add(key, item));
            } else {
                add(value);
            }
        } else if (json(value.textValue())) {
            add(Json.parse(value.textValue()));
        } else {
            byKey.computeIfAbsent(key, unknown -> new LinkedHashSet<>()).add(value.textValue());
        }
    }

    /** Other values of the same kind. */
    Set<String> instead(String key, JsonNode around, String value) {
        Set<String> others = new LinkedHashSet<>(byKey.getOrDefault(key(key, around), Set.of()));
        others.remove(value);
        return others;
    }

    /** Ids are of a type; all names of fields are of one kind. */
    private static String key(String key, JsonNode around) {
        if (key.equals("id") && around.path("type").isTextual()) {
            return "id of " + around.path("type").textValue();
        }
        return FIELDS.contains(key) ? "field" : key;
    }

    static boolean json(String text) {
        return text.startsWith("{") || text.startsWith("[");
    }

    /** Ids of the columns of a chart, where the node is one. */
    static Set<String> columns(JsonNode chart) {
        Set<String> ids = new LinkedHashSet<>();
        chart.at("/datasourceStates/formBased/layers")
                .forEach(layer -> layer.path("columns").fieldNames().forEachRemaining(ids::add));
        return ids;
    }
}
