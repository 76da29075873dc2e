package io.throughline.kibana.formula;

import java.util.Set;

/** What may stand before a parenthesis in a formula. */
final class Operations {

    /** Count of documents, the one function that needs no field. */
    static final String COUNT = "count";

    /** The last value of a field, by time. */
    static final String LAST_VALUE = "last_value";

    /** What Kibana calls the documents themselves where a field is asked for. */
    static final String RECORDS = "___records___";

    private static final Set<String> OF_A_FIELD =
            Set.of(
                    COUNT,
                    LAST_VALUE,
                    "sum",
                    "min",
                    "max",
                    "average",
                    "median",
                    "standard_deviation",
                    "unique_count");

    private static final Set<String> MATH =
            Set.of(
                    "abs",
                    "add",
                    "cbrt",
                    "ceil",
                    "clamp",
                    "cube",
                    "defaults",
                    "divide",
                    "exp",
                    "fix",
                    "floor",
                    "log",
                    "log10",
                    "mod",
                    "multiply",
                    "pick_max",
                    "pick_min",
                    "pow",
                    "round",
                    "sqrt",
                    "square",
                    "subtract");

    private Operations() {}

    /** Whether it asks Elasticsearch about a field or about documents. */
    static boolean asks(String name) {
        return OF_A_FIELD.contains(name);
    }

    /** Whether it calculates with what was asked. */
    static boolean calculates(String name) {
        return MATH.contains(name);
    }
}
