package io.throughline.local.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A JSON Schema as tables of keys, one a block, in the order of the schema. Alternatives of a block
 * share a table, in which a key that not all of them have says whose it is; what is defined once
 * and used in several places is explained at each of them.
 */
final class SchemaTables {

    private static final String DEFINITIONS = "#/definitions/";

    private final JsonNode schema;
    private final Map<String, Map<String, Row>> tables = new LinkedHashMap<>();
    private final Map<String, String> about = new LinkedHashMap<>();

    private record Row(String takes, String meaning) {}

    SchemaTables(JsonNode schema) {
        this.schema = schema;
    }

    String markdown(String file) {
        about.put("", schema.path("description").asText());
        walk("", schema);
        StringBuilder out = new StringBuilder("## ").append(file).append("\n\n");
        tables.forEach(
                (path, rows) -> {
                    if (!path.isEmpty()) {
                        out.append("### ").append(path).append("\n\n");
                    }
                    String words = about.getOrDefault(path, "");
                    if (!words.isBlank()) {
                        out.append(words).append("\n\n");
                    }
                    out.append("| key | takes | what |\n|---|---|---|\n");
                    rows.forEach(
                            (key, row) ->
                                    out.append("| `")
                                            .append(key.replace("*", "`\\*"))
                                            .append(key.endsWith("*") ? " | " : "` | ")
                                            .append(row.takes())
                                            .append(" | ")
                                            .append(row.meaning())
                                            .append(" |\n"));
                    out.append('\n');
                });
        return out.toString();
    }

    private void walk(String path, JsonNode node) {
        Kinds kinds = Kinds.of(alternatives(node));
        for (JsonNode part : alternatives(node)) {
            if (part.has("items")) {
                about.putIfAbsent(path + "[]", description(part.get("items"), node));
                walk(path + "[]", part.get("items"));
            }
            if (part.has("properties")) {
                about.putIfAbsent(path, part.path("description").asText());
                block(path, part, kinds);
            } else if (part.path("additionalProperties").isObject()) {
                walk(path + ".NAME", part.get("additionalProperties"));
            }
        }
    }

    private void block(String path, JsonNode part, Kinds kinds) {
        Map<String, Row> rows = tables.computeIfAbsent(path, key -> new LinkedHashMap<>());
        part.get("properties")
                .properties()
                .forEach(
                        property -> {
                            String key = property.getKey();
                            JsonNode value = property.getValue();
                            rows.merge(
                                    kinds.alwaysThere(part, key) ? key + "*" : key,
                                    new Row(
                                            takes(value),
                                            cell(kinds.whose(key) + meaning(value)).strip()),
                                    SchemaTables::either);
                        });
        part.get("properties")
                .properties()
                .forEach(
                        property -> {
                            String below =
                                    path.isEmpty()
                                            ? property.getKey()
                                            : path + "." + property.getKey();
                            about.putIfAbsent(
                                    below, property.getValue().path("description").asText());
                            walk(below, property.getValue());
                        });
    }

    /** Alternatives of a block that have the same key say what each takes. */
    private static Row either(Row one, Row other) {
        return new Row(
                one.takes().equals(other.takes())
                        ? one.takes()
                        : one.takes() + " or " + other.takes(),
                one.meaning().isBlank() ? other.meaning() : one.meaning());
    }

    /** The node itself and what it refers to or offers, without what is offered by several ways. */
    private List<JsonNode> alternatives(JsonNode node) {
        List<JsonNode> found = new ArrayList<>();
        if (node.has("$ref")) {
            found.addAll(alternatives(definition(node)));
        }
        for (String kind : List.of("anyOf", "oneOf", "allOf")) {
            for (JsonNode part : node.path(kind)) {
                if (!part.has("if")) {
                    found.addAll(alternatives(part));
                }
            }
        }
        if (node.has("items") || node.has("properties") || node.has("additionalProperties")) {
            found.add(node);
        }
        return found;
    }

    private JsonNode definition(JsonNode node) {
        return schema.path("definitions")
                .required(node.get("$ref").asText().substring(DEFINITIONS.length()));
    }

    private String meaning(JsonNode value) {
        StringBuilder out = new StringBuilder(description(value, value));
        if (value.has("default")) {
            out.append(out.isEmpty() ? "" : " ")
                    .append("Default: `")
                    .append(value.get("default").asText())
                    .append("`.");
        }
        return out.toString();
    }

    private String description(JsonNode value, JsonNode otherwise) {
        if (value.has("description")) {
            return value.get("description").asText();
        }
        if (value.has("$ref") && definition(value).has("description")) {
            return definition(value).get("description").asText();
        }
        return otherwise.path("description").asText("");
    }

    private String takes(JsonNode value) {
        if (value.has("const")) {
            return "`" + value.get("const").asText() + "`";
        }
        if (value.has("enum")) {
            return texts(value.get("enum")).stream()
                    .map(text -> "`" + text + "`")
                    .collect(Collectors.joining(", "));
        }
        if (value.has("$ref")) {
            return takes(definition(value));
        }
        List<JsonNode> parts = new ArrayList<>();
        for (String kind : List.of("anyOf", "oneOf", "allOf")) {
            value.path(kind).forEach(parts::add);
        }
        if (!parts.isEmpty()) {
            return parts.stream()
                    .map(this::takes)
                    .filter(text -> !text.isBlank())
                    .distinct()
                    .collect(Collectors.joining(" or "));
        }
        List<String> types = texts(value.path("type"));
        if (types.contains("integer")) {
            return types.stream()
                    .map(type -> type(value, type))
                    .collect(Collectors.joining(" or "));
        }
        return type(value, value.path("type").asText());
    }

    private static String type(JsonNode value, String type) {
        return switch (type) {
            case "string" -> duration(value) ? "time" : "text";
            case "integer" -> "whole number" + range(value);
            case "number" -> "number" + range(value);
            case "boolean" -> "`true` or `false`";
            case "array" -> "list";
            case "object" -> "block";
            default -> "text";
        };
    }

    private static boolean duration(JsonNode value) {
        return value.path("description").asText().startsWith("A time such as");
    }

    private static String range(JsonNode value) {
        if (value.has("minimum") && value.has("maximum")) {
            return " " + value.get("minimum").asText() + " to " + value.get("maximum").asText();
        }
        return value.has("minimum") ? " from " + value.get("minimum").asText() : "";
    }

    static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace('\n', ' ').replace("<", "&lt;");
    }
}
