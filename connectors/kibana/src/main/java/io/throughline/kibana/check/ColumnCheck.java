package io.throughline.kibana.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** One column: whether its operation can be done, with that field and those parameters. */
final class ColumnCheck {

    private static final String RECORDS = "___records___";
    private static final List<String> SCALES = List.of("ordinal", "interval", "ratio", "nominal");
    private static final List<String> ORDERS =
            List.of("column", "alphabetical", "rare", "significant", "custom");

    private ColumnCheck() {}

    static void check(Report report, JsonNode column, JsonNode columns, Fields fields) {
        String type = column.path("operationType").asText();
        Optional<Operation> found = Operation.of(type);
        if (found.isEmpty()) {
            report.add("no operation '" + type + "'");
            return;
        }
        Operation operation = found.get();
        JsonNode bucketed = column.path("isBucketed");
        if (!bucketed.isBoolean() || bucketed.booleanValue() != operation.bucketed()) {
            report.add(type + " has the wrong isBucketed");
        }
        if (column.has("scale")) {
            report.oneOf(column, "scale", SCALES);
        }
        if (!column.path("label").isTextual()) {
            report.add("has no label");
        }
        field(report, operation, column, fields);
        references(report, operation, column, columns);
        parameters(report, operation, column.path("params"), columns, fields);
        if (column.has("filter")) {
            QueryCheck.check(report, column.path("filter"), fields);
        }
    }

    private static void field(Report report, Operation operation, JsonNode column, Fields fields) {
        String field = column.path("sourceField").asText();
        if (!operation.needsField()) {
            if (column.has("sourceField")) {
                report.add(operation.id() + " takes no field");
            }
            report.oneOf(column, "dataType", List.of(operation.result("")));
            return;
        }
        boolean records = operation == Operation.COUNT && field.equals(RECORDS);
        if (fields == null || records) {
            report.oneOf(
                    column,
                    "dataType",
                    records ? List.of("number") : List.of("string", "number", "date", "boolean"));
            return;
        }
        String kind = fields.kind(field);
        if (kind.isEmpty()) {
            report.add("no field '" + field + "'");
        } else if (!operation.takes(kind) || !fields.aggregatable(field)) {
            report.add(operation.id() + " cannot be done with " + field + ", a " + kind);
        } else {
            report.oneOf(column, "dataType", List.of(operation.result(kind)));
        }
    }

    private static void references(
            Report report, Operation operation, JsonNode column, JsonNode columns) {
        JsonNode references = column.path("references");
        if (!references.isEmpty() && !operation.ofColumns()) {
            report.add(operation.id() + " takes no other columns");
        }
        for (JsonNode reference : references) {
            if (!columns.has(reference.asText())) {
                report.add("refers to a column that is not there: " + reference.asText());
            }
        }
    }

    private static void parameters(
            Report report, Operation operation, JsonNode params, JsonNode columns, Fields fields) {
        switch (operation) {
            case TERMS -> order(report, params, columns);
            case LAST_VALUE -> {
                String field = params.path("sortField").asText();
                if (fields != null && !fields.kind(field).equals("date")) {
                    report.add("sortField '" + field + "' is no date");
                }
            }
            case FILTERS -> {
                if (params.path("filters").isEmpty()) {
                    report.add("has no filters");
                }
                for (JsonNode filter : params.path("filters")) {
                    QueryCheck.check(report, filter.path("input"), fields);
                }
                labels(report, params.path("filters"));
            }
            case DATE_HISTOGRAM -> {
                if (!params.path("interval").asText().matches("auto|[0-9]*[smhdwMqy]")) {
                    report.add("interval '" + params.path("interval").asText() + "' is none");
                }
            }
            case RANGE -> {
                report.oneOf(params, "type", List.of("histogram", "range"));
                if (!params.path("maxBars").asText().matches("auto|[0-9]+(\\.[0-9]+)?")) {
                    report.add("maxBars is no number");
                }
            }
            default -> {}
        }
    }

    /** Lens keeps rows by their words: of two with the same, one is lost. */
    private static void labels(Report report, JsonNode filters) {
        long different =
                filters.findValuesAsText("label").stream()
                        .filter(l -> !l.isEmpty())
                        .distinct()
                        .count();
        long all = filters.findValuesAsText("label").stream().filter(l -> !l.isEmpty()).count();
        if (different < all) {
            report.add("two filters have the same label");
        }
    }

    private static void order(Report report, JsonNode params, JsonNode columns) {
        JsonNode by = params.path("orderBy");
        report.oneOf(by, "type", ORDERS);
        report.oneOf(params, "orderDirection", List.of("asc", "desc"));
        if (by.path("type").asText().equals("column")) {
            JsonNode column = columns.path(by.path("columnId").asText());
            boolean sortable =
                    Operation.of(column.path("operationType").asText())
                            .filter(operation -> !operation.ofColumns() && !operation.bucketed())
                            .isPresent();
            if (!sortable) {
                report.add("cannot be ordered by '" + by.path("columnId").asText() + "'");
            }
        }
        if (params.path("size").asInt() < 1) {
            report.add("size is below 1");
        }
    }
}
