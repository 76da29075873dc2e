package io.throughline.kibana.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a chart shows: layers and columns that there are, and as many as its kind needs. */
final class VisualizationCheck {

    private static final Map<String, List<String>> NEEDED =
            Map.of(
                    "lnsMetric", List.of("/layerId", "/metricAccessor"),
                    "lnsDatatable", List.of("/layerId", "/columns/0/columnId"),
                    "lnsHeatmap", List.of("/layerId", "/xAccessor", "/valueAccessor"),
                    "lnsXY", List.of("/layers/0/layerId", "/layers/0/accessors/0"),
                    "lnsPie", List.of("/layers/0/layerId"),
                    "lnsGauge", List.of("/layerId", "/metricAccessor"));

    private static final List<String> SERIES =
            List.of(
                    "line",
                    "area",
                    "bar",
                    "bar_stacked",
                    "bar_percentage_stacked",
                    "bar_horizontal",
                    "bar_horizontal_stacked",
                    "bar_horizontal_percentage_stacked",
                    "area_stacked",
                    "area_percentage_stacked");

    private static final List<String> KINDS =
            List.of("data", "referenceLine", "annotations", "metricTrendline");

    private final Report report;
    private final JsonNode layers;
    private final Set<String> shown = new HashSet<>();

    private VisualizationCheck(Report report, JsonNode layers) {
        this.report = report;
        this.layers = layers;
    }

    static void check(Report report, JsonNode attributes, JsonNode layers) {
        String type = attributes.path("visualizationType").asText();
        JsonNode visualization = attributes.at("/state/visualization");
        if (!NEEDED.containsKey(type)) {
            report.add("no chart '" + type + "'");
            return;
        }
        for (String pointer : NEEDED.get(type)) {
            if (!visualization.at(pointer).isTextual()) {
                report.add(type + " without " + pointer);
            }
        }
        VisualizationCheck check = new VisualizationCheck(report, layers);
        check.walk(visualization, visualization.path("layerId").asText());
        layers.fieldNames()
                .forEachRemaining(
                        layer -> {
                            if (!check.shown.contains(layer)) {
                                report.add("layer " + layer + " is not shown");
                            }
                        });
    }

    /** Goes through what is shown; a part that names a layer speaks of that layer's columns. */
    private void walk(JsonNode node, String around) {
        if (node.isArray()) {
            node.forEach(item -> walk(item, around));
            return;
        }
        String layer = node.has("layerId") ? node.path("layerId").asText() : around;
        if (node.has("layerId")) {
            layer(node, layer);
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (entry.getKey().equals("trendlineLayerId")) {
                known(entry.getValue().asText());
            } else if (namesColumns(entry.getKey())) {
                String of =
                        entry.getKey().startsWith("trendline")
                                ? node.path("trendlineLayerId").asText()
                                : layer;
                columns(entry.getKey(), entry.getValue(), of);
            } else if (entry.getValue().isContainerNode()) {
                walk(entry.getValue(), layer);
            }
        }
    }

    private void layer(JsonNode node, String layer) {
        known(layer);
        report.oneOf(node, "layerType", KINDS);
        if (node.has("seriesType")) {
            report.oneOf(node, "seriesType", SERIES);
        }
    }

    private void known(String layer) {
        shown.add(layer);
        if (!layers.has(layer)) {
            report.add("shows a layer that is not there: " + layer);
        }
    }

    private static boolean namesColumns(String key) {
        return key.endsWith("Accessor")
                || key.endsWith("Accessors")
                || Set.of(
                                "accessor",
                                "accessors",
                                "columnId",
                                "forAccessor",
                                "metrics",
                                "primaryGroups",
                                "secondaryGroups")
                        .contains(key);
    }

    private void columns(String key, JsonNode value, String layer) {
        List<String> ids = new ArrayList<>();
        if (value.isTextual()) {
            ids.add(value.textValue());
        }
        value.forEach(item -> ids.add(item.asText()));
        for (String id : ids) {
            if (!layers.path(layer).path("columns").has(id)) {
                report.add(key + " shows a column that is not in the layer: " + id);
            }
        }
    }
}
