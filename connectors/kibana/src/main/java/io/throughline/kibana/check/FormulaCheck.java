package io.throughline.kibana.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.kibana.formula.FormulaColumns;
import io.throughline.kibana.formula.FormulaException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A formula and its columns say the same. Kibana shows the text and calculates with the columns, so
 * a chart whose formula reads well can show something else.
 */
final class FormulaCheck {

    private static final List<String> SAME =
            List.of("operationType", "sourceField", "references", "dataType", "isBucketed");

    private FormulaCheck() {}

    static void check(Report report, String id, JsonNode columns) {
        JsonNode column = columns.path(id);
        if (column.at("/params/isFormulaBroken").asBoolean(true)) {
            report.add("the formula is said to be broken");
        }
        Map<String, ObjectNode> expected;
        try {
            expected =
                    FormulaColumns.expand(
                            id,
                            column.path("label").asText(),
                            column.at("/params/formula").asText(),
                            sortField(columns, id),
                            null);
        } catch (FormulaException e) {
            report.add("formula: " + e.getMessage());
            return;
        }
        Set<String> actual = parts(id, columns);
        if (!actual.equals(new TreeSet<>(expected.keySet()))) {
            report.add("has the columns " + actual + ", not " + expected.keySet());
        }
        boolean filtered = column.path("filter").isObject();
        expected.forEach((part, want) -> compare(report, part, want, columns.path(part), filtered));
    }

    private static Set<String> parts(String id, JsonNode columns) {
        Iterable<String> names = columns::fieldNames;
        return StreamSupport.stream(names.spliterator(), false)
                .filter(name -> name.startsWith(id))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void compare(
            Report report, String part, JsonNode expected, JsonNode actual, boolean filtered) {
        for (String name : SAME) {
            if (!expected.path(name).equals(actual.path(name))) {
                report.add(
                        part
                                + " has the "
                                + name
                                + " "
                                + actual.path(name)
                                + ", but the formula says "
                                + expected.path(name));
            }
        }
        if (!filtered && !query(expected).equals(query(actual))) {
            report.add(part + " has the filter " + query(actual) + ", not " + query(expected));
        }
        JsonNode tree = expected.at("/params/tinymathAst");
        if (!tree.equals(actual.at("/params/tinymathAst"))) {
            report.add(part + " does not calculate what the formula says");
        }
    }

    private static String query(JsonNode column) {
        return column.at("/filter/query").asText();
    }

    /** Not in the text: the data view's own time field, which all last values share. */
    private static String sortField(JsonNode columns, String id) {
        return columns.path(id + "X0").at("/params/sortField").asText();
    }
}
