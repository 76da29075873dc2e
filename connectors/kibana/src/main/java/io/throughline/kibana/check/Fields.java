package io.throughline.kibana.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The fields of an index, by full name, with their types in Elasticsearch. */
final class Fields {

    private static final Set<String> NUMBERS =
            Set.of("long", "integer", "short", "byte", "double", "float");

    private final Map<String, String> types = new LinkedHashMap<>();

    Fields(JsonNode properties) {
        collect("", properties);
    }

    private void collect(String path, JsonNode properties) {
        for (Map.Entry<String, JsonNode> field : properties.properties()) {
            JsonNode nested = field.getValue().path("properties");
            if (nested.isObject()) {
                collect(path + field.getKey() + ".", nested);
            } else {
                types.put(path + field.getKey(), field.getValue().path("type").asText());
            }
        }
    }

    boolean has(String field) {
        return !kind(field).isEmpty();
    }

    /** Whether some field's name begins so. */
    boolean hasAny(String prefix) {
        return types.keySet().stream().anyMatch(name -> name.startsWith(prefix));
    }

    /**
     * Kibana's word for the type: string, number, date, boolean, or the type itself; empty for a
     * field that is not there. A key below a flattened field is a string.
     */
    String kind(String field) {
        String type = types.get(field);
        if (type == null) {
            boolean key =
                    types.entrySet().stream()
                            .anyMatch(
                                    known ->
                                            known.getValue().equals("flattened")
                                                    && field.startsWith(known.getKey() + "."));
            return key ? "string" : "";
        }
        if (type.equals("keyword") || type.equals("text")) {
            return "string";
        }
        return NUMBERS.contains(type) ? "number" : type;
    }

    /** Whether Elasticsearch sorts and groups by it: not by the words of a text. */
    boolean aggregatable(String field) {
        String type = types.getOrDefault(field, "keyword");
        return has(field)
                && !type.equals("text")
                && !type.equals("binary")
                && !type.equals("flattened");
    }
}
