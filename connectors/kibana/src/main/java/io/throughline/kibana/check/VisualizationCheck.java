package io.throughline.kibana.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a chart shows: every layer, and of each layer every column but the parts of formulas, once,
 * buckets where buckets belong and figures where figures do. A bucket that is not shown still cuts
 * the figures into pieces.
 */
final class VisualizationCheck {

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

    /** Speak of a column that is shown elsewhere. */
    private static final Set<String> SETTINGS = Set.of("forAccessor", "sorting");

    private final Report report;
    private final Chart chart;
    private final JsonNode layers;
    private final Map<String, Set<String>> shown = new HashMap<>();

    private final List<Setting> settings = new ArrayList<>();

    /** Something said of a column, such as its colour. */
    private record Setting(String name, String column, String layer) {}

    private VisualizationCheck(Report report, Chart chart, JsonNode layers) {
        this.report = report;
        this.chart = chart;
        this.layers = layers;
    }

    static void check(Report report, JsonNode attributes, JsonNode layers) {
        String type = attributes.path("visualizationType").asText();
        Optional<Chart> chart = Chart.of(type);
        if (chart.isEmpty()) {
            report.add("no chart '" + type + "'");
            return;
        }
        VisualizationCheck check = new VisualizationCheck(report, chart.get(), layers);
        JsonNode visualization = attributes.at("/state/visualization");
        check.walk(visualization, visualization.path("layerId").asText());
        check.complete();
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
            String key = entry.getKey();
            String of =
                    key.startsWith("trendline") ? node.path("trendlineLayerId").asText() : layer;
            if (key.equals("trendlineLayerId")) {
                known(of);
            } else if (chart.shows(key)) {
                columns(key, entry.getValue(), of);
            } else if (SETTINGS.contains(key)) {
                String column = entry.getValue().path("columnId").asText();
                boolean named = entry.getValue().isTextual();
                settings.add(
                        new Setting(key, named ? entry.getValue().textValue() : column, layer));
            } else if (key.endsWith("Accessor") || key.endsWith("Accessors")) {
                report.add("this chart has no " + key);
            }
            if (entry.getValue().isContainerNode() && !SETTINGS.contains(key)) {
                walk(entry.getValue(), layer);
            }
        }
    }

    private void layer(JsonNode node, String layer) {
        known(layer);
        report.oneOf(node, "layerType", KINDS);
        if (node.path("layerType").asText().equals("data")) {
            chart.needed().stream()
                    .filter(name -> node.path(name).isEmpty() && !node.path(name).isTextual())
                    .sorted()
                    .forEach(name -> report.add("layer " + layer + " is shown without " + name));
        }
        if (node.has("seriesType")) {
            report.oneOf(node, "seriesType", SERIES);
        }
    }

    private void known(String layer) {
        shown.putIfAbsent(layer, new HashSet<>());
        if (!layers.has(layer)) {
            report.add("shows a layer that is not there: " + layer);
        }
    }

    private void columns(String key, JsonNode value, String layer) {
        List<String> ids = new ArrayList<>();
        if (value.isTextual()) {
            ids.add(value.textValue());
        }
        value.forEach(item -> ids.add(item.asText()));
        JsonNode columns = layers.path(layer).path("columns");
        Set<String> parts = LayerCheck.parts(columns);
        for (String id : ids) {
            boolean bucket = columns.path(id).path("isBucketed").asBoolean();
            if (!columns.has(id)) {
                report.add(key + " shows a column that is not in the layer: " + id);
            } else if (parts.contains(id)) {
                report.add(key + " shows a part of a formula: " + id);
            } else if (!chart.takes(key, bucket)) {
                report.add(key + " shows " + id + ", a " + (bucket ? "bucket" : "figure"));
            }
            if (!shown.computeIfAbsent(layer, unknown -> new HashSet<>()).add(id)) {
                report.add(key + " shows a column again: " + id);
            }
        }
    }

    private void complete() {
        settings.forEach(this::setting);
        for (Map.Entry<String, JsonNode> layer : layers.properties()) {
            if (!shown.containsKey(layer.getKey())) {
                report.add("layer " + layer.getKey() + " is not shown");
                continue;
            }
            JsonNode columns = layer.getValue().path("columns");
            Set<String> accounted = new HashSet<>(shown.get(layer.getKey()));
            accounted.addAll(LayerCheck.parts(columns));
            columns.fieldNames()
                    .forEachRemaining(
                            id -> {
                                if (!accounted.contains(id)) {
                                    report.add("column " + id + " is not shown");
                                }
                            });
        }
    }

    private void setting(Setting setting) {
        boolean bucket =
                layers.at("/" + setting.layer() + "/columns/" + setting.column())
                        .path("isBucketed")
                        .asBoolean();
        boolean there =
                shown.getOrDefault(setting.layer(), Set.of()).contains(setting.column())
                        && !(bucket && setting.name().equals("forAccessor"));
        if (!there) {
            report.add(
                    setting.name() + " speaks of a column that is not shown: " + setting.column());
        }
    }
}
