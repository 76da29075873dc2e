package io.throughline.kibana.assets;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.kibana.Json;
import java.util.ArrayList;
import java.util.List;

/** What columns are shown as. */
final class Charts {

    /** Colours that people who see no red or green tell apart, from Kibana's own palette. */
    static final String BAD = "#e7664c";

    static final String GOOD = "#54b399";

    private Charts() {}

    /** A number on a tile, with a second one below. */
    static Lens tile(String query, Layer layer, String metric, String second, ObjectNode more) {
        ObjectNode visualization =
                Json.object("layerId", layer.id(), "layerType", "data", "metricAccessor", metric);
        if (second != null) {
            visualization.put("secondaryMetricAccessor", second);
        }
        visualization.setAll(more);
        return new Lens("lnsMetric", query, List.of(layer), visualization);
    }

    /** A table with its columns in that order. */
    static Lens table(String query, Layer layer, String... columns) {
        ArrayNode list = Json.array();
        for (String column : columns) {
            list.add(Json.object("columnId", column, "isTransposed", false));
        }
        return new Lens(
                "lnsDatatable",
                query,
                List.of(layer),
                Json.object("layerId", layer.id(), "layerType", "data", "columns", list));
    }

    /** Cells from bad to good. */
    static Lens heat(String query, Layer layer, String across, String down, String value) {
        return new Lens(
                "lnsHeatmap",
                query,
                List.of(layer),
                Json.object(
                        "shape",
                        "heatmap",
                        "layerId",
                        layer.id(),
                        "layerType",
                        "data",
                        "legend",
                        Json.object(
                                "isVisible", true, "position", "right", "type", "heatmap_legend"),
                        "gridConfig",
                        Json.object(
                                "type",
                                "heatmap_grid",
                                "isCellLabelVisible",
                                true,
                                "isYAxisLabelVisible",
                                true,
                                "isXAxisLabelVisible",
                                true,
                                "isYAxisTitleVisible",
                                false,
                                "isXAxisTitleVisible",
                                false),
                        "xAccessor",
                        across,
                        "yAccessor",
                        down,
                        "valueAccessor",
                        value,
                        "palette",
                        Palettes.fromBadToGood()));
    }

    /** Bars or lines; every part is a layer of its own. */
    static Lens xy(String query, List<Layer> layers, List<ObjectNode> parts, String unit) {
        List<ObjectNode> all = new ArrayList<>(parts);
        ObjectNode shown = Json.object("x", true, "yLeft", true, "yRight", true);
        return new Lens(
                "lnsXY",
                query,
                layers,
                Json.object(
                        "layers",
                        Json.list(all),
                        "preferredSeriesType",
                        all.get(0).get("seriesType"),
                        "legend",
                        Json.object("isVisible", true, "position", "bottom"),
                        "valueLabels",
                        "hide",
                        "fittingFunction",
                        "None",
                        "axisTitlesVisibilitySettings",
                        Json.object("x", false, "yLeft", true, "yRight", true),
                        "tickLabelsVisibilitySettings",
                        shown,
                        "gridlinesVisibilitySettings",
                        shown,
                        "yTitle",
                        unit));
    }

    /** One part of {@link #xy}. */
    static ObjectNode part(Layer layer, String series, String x, String split, String... values) {
        ObjectNode part =
                Json.object(
                        "layerId",
                        layer.id(),
                        "layerType",
                        "data",
                        "seriesType",
                        series,
                        "xAccessor",
                        x,
                        "accessors",
                        Json.list(List.of(values)));
        if (split != null) {
            part.put("splitAccessor", split);
        }
        return part;
    }

    /** A part with a colour for one of its values. */
    static ObjectNode coloured(ObjectNode part, String value, String colour) {
        ObjectNode config = Json.object("forAccessor", value, "color", colour);
        part.withArray("yConfig").add(config);
        return part;
    }
}
