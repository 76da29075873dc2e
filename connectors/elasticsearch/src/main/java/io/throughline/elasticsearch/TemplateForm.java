package io.throughline.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The form in which two templates can be compared. Elasticsearch gives settings back nested below
 * {@code index}, each value as text, and leaves out what is empty.
 */
public final class TemplateForm {

    private static final String PREFIX = "index.";

    /** Later versions add when and by whom, which says nothing about what it is. */
    private static final Set<String> PARTS =
            Set.of(
                    "index_patterns",
                    "composed_of",
                    "ignore_missing_component_templates",
                    "template",
                    "priority",
                    "version",
                    "allow_auto_create",
                    "data_stream",
                    "_meta");

    private TemplateForm() {}

    /** A copy of an index template or component template in that form. */
    public static ObjectNode of(JsonNode template) {
        ObjectNode copy = template.deepCopy();
        copy.retain(PARTS);
        for (String list : List.of("composed_of", "ignore_missing_component_templates")) {
            if (copy.path(list).isArray() && copy.path(list).isEmpty()) {
                copy.remove(list);
            }
        }
        JsonNode inner = copy.path("template");
        if (inner instanceof ObjectNode parts && parts.has("settings")) {
            parts.set("settings", settings(parts.get("settings")));
        }
        return copy;
    }

    /** Settings, flat and each value as text, as {@code index.NAME}. */
    public static ObjectNode settings(JsonNode settings) {
        Map<String, String> flat = new TreeMap<>();
        flatten("", settings, flat);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        flat.forEach(
                (name, value) -> node.put(name.startsWith(PREFIX) ? name : PREFIX + name, value));
        return node;
    }

    private static void flatten(String path, JsonNode node, Map<String, String> flat) {
        if (node.isObject()) {
            node.fields()
                    .forEachRemaining(
                            field ->
                                    flatten(
                                            path.isEmpty()
                                                    ? field.getKey()
                                                    : path + "." + field.getKey(),
                                            field.getValue(),
                                            flat));
        } else {
            flat.put(path, node.isValueNode() ? node.asText() : node.toString());
        }
    }
}
