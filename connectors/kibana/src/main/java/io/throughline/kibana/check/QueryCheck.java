package io.throughline.kibana.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.kibana.check.Kql.Clause;
import java.util.List;
import java.util.regex.Pattern;

/** Queries in Kibana's language: that they are such, and ask of fields that there are. */
final class QueryCheck {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private QueryCheck() {}

    /** What the query asks, as far as it is understood. */
    static List<Clause> check(Report report, JsonNode query, Fields fields) {
        report.oneOf(query, "language", List.of("kuery"));
        if (!query.path("query").isTextual()) {
            report.add("a query has no text");
            return List.of();
        }
        try {
            List<Clause> clauses = Kql.clauses(query.path("query").textValue());
            if (fields != null) {
                clauses.forEach(clause -> check(report, clause, fields));
            }
            return clauses;
        } catch (IllegalArgumentException e) {
            report.add("query: " + e.getMessage());
            return List.of();
        }
    }

    private static void check(Report report, Clause clause, Fields fields) {
        String field = clause.field();
        if (field.endsWith("*") ? !fields.hasAny(field.replace("*", "")) : !fields.has(field)) {
            report.add("query: no field " + field);
            return;
        }
        String value = clause.value();
        boolean fits =
                value.equals("*")
                        || switch (fields.kind(field)) {
                            case "number" -> NUMBER.matcher(value).matches();
                            case "boolean" -> value.equals("true") || value.equals("false");
                            default -> true;
                        };
        if (!fits) {
            report.add("query: " + field + " is a " + fields.kind(field) + ", not '" + value + "'");
        }
    }
}
