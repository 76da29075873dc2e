package io.throughline.kibana.assets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.kibana.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A Lens chart in lines: what it asks, its columns, and which column it shows as what. */
final class ChartOutline {

    /** How it looks: of no meaning, and long. */
    private static final Set<String> LOOKS =
            Set.of(
                    "legend",
                    "gridConfig",
                    "axisTitlesVisibilitySettings",
                    "tickLabelsVisibilitySettings",
                    "gridlinesVisibilitySettings");

    /** Said otherwise, or calculated from what is said. */
    private static final List<String> SAID =
            List.of("filters", "formula", "isFormulaBroken", "parentFormat");

    private final Map<String, String> words = new HashMap<>();
    private final List<String> lines = new ArrayList<>();

    private ChartOutline() {}

    static List<String> of(JsonNode attributes) {
        ChartOutline outline = new ChartOutline();
        outline.chart(attributes, attributes.path("state"));
        return outline.lines;
    }

    private void chart(JsonNode attributes, JsonNode state) {
        lines.add(attributes.path("visualizationType").asText());
        lines.add(
                "where "
                        + Outline.query(state.path("query"))
                        + Outline.filters(state.path("filters")));
        JsonNode layers = state.at("/datasourceStates/formBased/layers");
        for (Map.Entry<String, JsonNode> layer : layers.properties()) {
            words.put(layer.getKey(), "layer " + (words.size() + 1));
        }
        layers.forEach(
                layer ->
                        layer.path("columns")
                                .properties()
                                .forEach(
                                        column ->
                                                words.put(
                                                        column.getKey(),
                                                        column.getValue().path("label").asText())));
        layers.properties().forEach(layer -> layer(attributes, layer.getKey(), layer.getValue()));
        shown("", state.path("visualization"));
    }

    private void layer(JsonNode attributes, String id, JsonNode layer) {
        String all = layer.path("ignoreGlobalFilters").asBoolean() ? ", whatever is filtered" : "";
        String view = "";
        for (JsonNode reference : attributes.path("references")) {
            if (reference.path("name").asText().equals("indexpattern-datasource-layer-" + id)) {
                view = reference.path("id").asText();
            }
        }
        lines.add(words.get(id) + " of " + view + all);
        for (JsonNode column : layer.path("columnOrder")) {
            if (!words.getOrDefault(column.asText(), "").startsWith("Part of ")) {
                column(layer.path("columns").path(column.asText()));
            }
        }
    }

    private void column(JsonNode column) {
        String of =
                column.has("sourceField")
                        ? column.path("sourceField").asText()
                        : column.at("/params/formula").asText();
        String filter =
                column.has("filter") ? " where " + Outline.query(column.path("filter")) : "";
        lines.add(
                "- "
                        + column.path("label").asText()
                        + ": "
                        + column.path("operationType").asText()
                        + " "
                        + of
                        + filter);
        for (JsonNode one : column.at("/params/filters")) {
            lines.add(
                    "    " + one.path("label").asText() + " = " + Outline.query(one.path("input")));
        }
        ObjectNode more =
                column.path("params") instanceof ObjectNode params
                        ? params.deepCopy()
                        : Json.object();
        more.remove(SAID);
        if (more.path("orderBy") instanceof ObjectNode by && by.has("columnId")) {
            by.put("columnId", word(by.path("columnId").asText()));
        }
        if (!more.isEmpty()) {
            lines.add("    " + more);
        }
    }

    /** All that the chart says of its columns, with their words for their ids. */
    private void shown(String path, JsonNode node) {
        if (node.isValueNode() || path.equals("palette")) {
            lines.add("shows " + path + " = " + (node.isObject() ? node : word(node.asText())));
            return;
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!LOOKS.contains(entry.getKey())) {
                shown(path + (path.isEmpty() ? "" : ".") + entry.getKey(), entry.getValue());
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            shown(path + "[" + i + "]", node.get(i));
        }
    }

    private String word(String id) {
        return words.getOrDefault(id, id);
    }
}
