package io.throughline.kibana.formula;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.kibana.Json;
import io.throughline.kibana.formula.Node.Call;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of a formula: itself, and under its id with {@code X0}, {@code X1} … what it needs.
 * They are numbered as the text is read; what calculates comes last. The same function twice is two
 * columns; Kibana asks Elasticsearch once.
 */
public final class FormulaColumns {

    private final String id;
    private final String part;
    private final String sortField;
    private final List<ObjectNode> needed = new ArrayList<>();

    private FormulaColumns(String id, String label, String sortField) {
        this.id = id;
        this.part = "Part of " + label;
        this.sortField = sortField;
    }

    /**
     * The columns by id, the formula first.
     *
     * @param id of the formula's column
     * @param label under which it is shown
     * @param timeField by which a last value is the last
     * @param format of the number; null for Kibana's own
     * @throws FormulaException when it is no formula that is understood here
     */
    public static Map<String, ObjectNode> expand(
            String id, String label, String formula, String timeField, ObjectNode format) {
        FormulaColumns columns = new FormulaColumns(id, label, timeField);
        JsonNode root = columns.said(Parser.parse(formula));
        if (!root.isTextual()) {
            columns.add(columns.math(root));
        }
        Map<String, ObjectNode> result = new LinkedHashMap<>();
        int last = columns.needed.size() - 1;
        result.put(id, formula(label, formula, id + "X" + last, format));
        for (int i = 0; i <= last; i++) {
            result.put(id + "X" + i, columns.needed.get(i));
        }
        return result;
    }

    private static ObjectNode formula(
            String label, String formula, String root, ObjectNode format) {
        ObjectNode params = Json.object("formula", formula, "isFormulaBroken", false);
        if (format != null) {
            params.set("format", format);
        }
        return column(label, "formula", params, List.of(root));
    }

    /** The part as the tree says it: an id for what asks, an object for what calculates. */
    private JsonNode said(Node node) {
        if (node instanceof Node.Number number) {
            return Json.number(number.value());
        }
        if (node instanceof Call call) {
            return Operations.asks(call.name()) ? asked(call) : calculated(call);
        }
        throw new FormulaException("a field or a name outside of a function: " + node);
    }

    private JsonNode asked(Call call) {
        String field = null;
        String kql = null;
        for (Node argument : call.arguments()) {
            if (argument instanceof Node.Variable variable && field == null) {
                field = variable.value();
            } else if (argument instanceof Node.Named named
                    && named.name().equals("kql")
                    && kql == null) {
                kql = named.value().replace("\\\\", "\\");
            } else {
                throw new FormulaException("not understood in " + call.name() + ": " + argument);
            }
        }
        if (field == null && !call.name().equals(Operations.COUNT)) {
            throw new FormulaException(call.name() + " without a field");
        }
        return Json.string(add(asking(call.name(), field, kql)));
    }

    private ObjectNode asking(String operation, String field, String kql) {
        boolean last = operation.equals(Operations.LAST_VALUE);
        ObjectNode column =
                Json.object(
                        "label",
                        part,
                        "customLabel",
                        true,
                        "dataType",
                        "number",
                        "operationType",
                        operation,
                        "isBucketed",
                        false,
                        "scale",
                        "ratio",
                        "sourceField",
                        field == null ? Operations.RECORDS : field,
                        "params",
                        last
                                ? Json.object("sortField", sortField)
                                : Json.object("emptyAsNull", false));
        String filter = kql == null && last ? "\"" + field + "\": *" : kql;
        if (filter != null) {
            column.set("filter", Json.object("query", filter, "language", "kuery"));
        }
        return column;
    }

    private JsonNode calculated(Call call) {
        if (!Operations.calculates(call.name())) {
            throw new FormulaException("no function that is understood here: " + call.name());
        }
        ObjectNode tree =
                Json.object(
                        "type",
                        "function",
                        "name",
                        call.name(),
                        "args",
                        Json.list(call.arguments().stream().map(this::said).toList()));
        Node.Place place = call.place();
        if (place != null) {
            tree.set("location", Json.object("min", place.min(), "max", place.max()));
            tree.put("text", place.text());
        }
        return tree;
    }

    private ObjectNode math(JsonNode tree) {
        List<String> references = new ArrayList<>();
        references(tree, references);
        return column(part, "math", Json.object("tinymathAst", tree), references);
    }

    private static void references(JsonNode tree, List<String> references) {
        if (tree.isTextual()) {
            references.add(tree.textValue());
        }
        tree.path("args").forEach(argument -> references(argument, references));
    }

    private static ObjectNode column(
            String label, String operation, ObjectNode params, List<String> references) {
        return Json.object(
                "label",
                label,
                "customLabel",
                true,
                "dataType",
                "number",
                "operationType",
                operation,
                "isBucketed",
                false,
                "scale",
                "ratio",
                "params",
                params,
                "references",
                references);
    }

    private String add(ObjectNode column) {
        needed.add(column);
        return id + "X" + (needed.size() - 1);
    }
}
