package io.throughline.kibana.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The columns of a layer: complete, in an order that Lens takes, none in another's name space. */
final class LayerCheck {

    private LayerCheck() {}

    static void check(Report report, JsonNode layer, Fields fields) {
        JsonNode columns = layer.path("columns");
        order(report, layer.path("columnOrder"), columns);
        for (Map.Entry<String, JsonNode> column : columns.properties()) {
            Report inside = report.at("column " + column.getKey());
            ColumnCheck.check(inside, column.getValue(), columns, fields);
            if (column.getValue().path("operationType").asText().equals("formula")) {
                FormulaCheck.check(inside, column.getKey(), columns);
            }
            circle(inside, column.getKey(), columns);
        }
        managed(report, columns);
    }

    /** Columns that others are made of; they are not shown themselves. */
    static Set<String> parts(JsonNode columns) {
        Set<String> parts = new HashSet<>();
        for (JsonNode column : columns) {
            column.path("references").forEach(id -> parts.add(id.asText()));
        }
        return parts;
    }

    private static void order(Report report, JsonNode order, JsonNode columns) {
        List<String> ordered = new ArrayList<>();
        order.forEach(id -> ordered.add(id.asText()));
        Set<String> known = new HashSet<>();
        columns.fieldNames().forEachRemaining(known::add);
        if (ordered.size() != known.size() || !new HashSet<>(ordered).equals(known)) {
            report.add("columnOrder " + ordered + " is not all of " + known);
        }
        boolean metric = false;
        for (String id : ordered) {
            boolean bucket = columns.path(id).path("isBucketed").asBoolean();
            if (bucket && metric) {
                report.add("columnOrder has the bucket " + id + " after a metric");
            }
            metric |= !bucket;
        }
    }

    private static void circle(Report report, String start, JsonNode columns) {
        Set<String> seen = new HashSet<>();
        List<String> open = new ArrayList<>(List.of(start));
        while (!open.isEmpty()) {
            String id = open.remove(open.size() - 1);
            for (JsonNode reference : columns.path(id).path("references")) {
                if (reference.asText().equals(start)) {
                    report.add("refers to itself");
                    return;
                }
                if (seen.add(reference.asText())) {
                    open.add(reference.asText());
                }
            }
        }
    }

    /** Lens takes every column that begins with a formula's id for a part of that formula. */
    private static void managed(Report report, JsonNode columns) {
        Set<String> needed = parts(columns);
        columns.fieldNames()
                .forEachRemaining(
                        id ->
                                columns.fieldNames()
                                        .forEachRemaining(
                                                other -> {
                                                    if (!id.equals(other)
                                                            && other.startsWith(id)
                                                            && !needed.contains(other)) {
                                                        report.add(
                                                                other
                                                                        + " would be taken for a"
                                                                        + " part of "
                                                                        + id);
                                                    }
                                                }));
    }
}
