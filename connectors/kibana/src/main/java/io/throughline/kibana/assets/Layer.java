package io.throughline.kibana.assets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.kibana.Json;
import io.throughline.kibana.NamedUuid;
import io.throughline.kibana.formula.FormulaColumns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A layer of a Lens chart: columns over one data view, those that make buckets before those that
 * measure, as Lens orders them. Every method that adds a column gives its id.
 */
final class Layer {

    private final String path;
    private final String id;
    private final DataView view;
    private final Map<String, ObjectNode> buckets = new LinkedHashMap<>();
    private final Map<String, ObjectNode> metrics = new LinkedHashMap<>();
    private final boolean everything;

    private Layer(String path, DataView view, boolean everything) {
        this.path = path;
        this.id = NamedUuid.of(path);
        this.view = view;
        this.everything = everything;
    }

    /** A layer that keeps to what people filter the dashboard by. */
    static Layer of(String path, DataView view) {
        return new Layer(path, view, false);
    }

    /** A layer that shows the same whatever people filter by, but for the time. */
    static Layer unfiltered(String path, DataView view) {
        return new Layer(path, view, true);
    }

    String id() {
        return id;
    }

    DataView view() {
        return view;
    }

    /** Rows or series of our own, each with its words. */
    String filters(String label, List<ObjectNode> filters) {
        return bucket(label, "filters", null, "string", Json.object("filters", filters));
    }

    /** Time, in steps that fit what is looked at. */
    String dates() {
        ObjectNode params =
                Json.object("interval", "auto", "includeEmptyRows", true, "dropPartials", false);
        return bucket("Time", "date_histogram", view.timeField(), "date", params);
    }

    /** Values of a field by name. */
    String values(String label, String field, int size) {
        return values(
                label, field, size, Json.object("type", "alphabetical", "fallback", false), "asc");
    }

    /** Values of a field, those first of which a column has most. */
    String most(String label, String field, int size, String byColumn) {
        return values(
                label, field, size, Json.object("type", "column", "columnId", byColumn), "desc");
    }

    private String values(String label, String field, int size, ObjectNode by, String direction) {
        return bucket(
                label,
                "terms",
                field,
                "string",
                Json.object(
                        "size",
                        size,
                        "orderBy",
                        by,
                        "orderDirection",
                        direction,
                        "otherBucket",
                        false,
                        "missingBucket",
                        false,
                        "parentFormat",
                        Json.object("id", "terms"),
                        "include",
                        Json.array(),
                        "exclude",
                        Json.array(),
                        "includeIsRegex",
                        false,
                        "excludeIsRegex",
                        false));
    }

    /** Ranges of a number that Lens chooses. */
    String ranges(String label, String field) {
        ObjectNode any = Json.object("from", 0, "to", 1000, "label", "");
        return bucket(
                label,
                "range",
                field,
                "number",
                Json.object(
                        "type",
                        "histogram",
                        "ranges",
                        Json.array(any),
                        "maxBars",
                        "auto",
                        "includeEmptyRows",
                        true));
    }

    /** A number calculated from others. */
    String formula(String label, String formula, ObjectNode format) {
        String column = column(label);
        metrics.putAll(FormulaColumns.expand(column, label, formula, view.timeField(), format));
        return column;
    }

    /** How many documents. */
    String count(String label) {
        return metric(label, "count", "___records___", "number", emptyAsNull(Formats.whole()));
    }

    /** Sum, median or another figure of a number. */
    String figure(String label, String operation, String field, ObjectNode format) {
        return metric(label, operation, field, "number", emptyAsNull(format));
    }

    /** The latest time of a field. */
    String latest(String label, String field) {
        return metric(label, "max", field, "date", Json.object("emptyAsNull", true));
    }

    /** The value of a field in the latest document. */
    String last(String label, String field, String type) {
        String column = column(label);
        ObjectNode json =
                column(
                        label,
                        "last_value",
                        field,
                        type,
                        Json.object("sortField", view.timeField()));
        json.set("filter", Json.object("query", "\"" + field + "\": *", "language", "kuery"));
        metrics.put(column, json);
        return column;
    }

    ObjectNode json() {
        List<String> order = new ArrayList<>(buckets.keySet());
        order.addAll(metrics.keySet());
        ObjectNode columns = Json.object();
        columns.setAll(buckets);
        columns.setAll(metrics);
        return Json.object(
                "columnOrder",
                order,
                "columns",
                columns,
                "incompleteColumns",
                Json.object(),
                "sampling",
                1,
                "ignoreGlobalFilters",
                everything);
    }

    private static ObjectNode emptyAsNull(ObjectNode format) {
        return Json.object("emptyAsNull", true, "format", format);
    }

    private String bucket(
            String label, String operation, String field, String type, ObjectNode params) {
        String column = column(label);
        buckets.put(column, column(label, operation, field, type, params).put("isBucketed", true));
        return column;
    }

    private String metric(
            String label, String operation, String field, String type, ObjectNode params) {
        String column = column(label);
        metrics.put(column, column(label, operation, field, type, params));
        return column;
    }

    private String column(String label) {
        return NamedUuid.of(path + "/" + label);
    }

    private static ObjectNode column(
            String label, String operation, String field, String type, ObjectNode params) {
        ObjectNode column =
                Json.object(
                        "label",
                        label,
                        "customLabel",
                        true,
                        "dataType",
                        type,
                        "operationType",
                        operation,
                        "isBucketed",
                        false,
                        "scale",
                        scale(operation, type),
                        "params",
                        params);
        if (field != null) {
            column.put("sourceField", field);
        }
        return column;
    }

    private static String scale(String operation, String type) {
        return switch (operation) {
            case "filters", "terms" -> "ordinal";
            case "date_histogram", "range" -> "interval";
            case "last_value" -> type.equals("string") ? "ordinal" : "ratio";
            default -> "ratio";
        };
    }
}
