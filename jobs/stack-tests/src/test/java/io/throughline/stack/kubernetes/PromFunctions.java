package io.throughline.stack.kubernetes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Functions and aggregations of PromQL that need no switch, from the reference of Prometheus 3
 * (querying/functions, querying/operators), each with the types of what it takes and gives.
 */
final class PromFunctions {

    /** What an expression gives. */
    enum Type {
        SCALAR,
        VECTOR,
        MATRIX,
        TEXT;

        static Type of(char letter) {
            return switch (letter) {
                case 's' -> SCALAR;
                case 'v' -> VECTOR;
                case 'm' -> MATRIX;
                case 't' -> TEXT;
                default -> throw new IllegalArgumentException("no type " + letter);
            };
        }
    }

    /** Aggregations, which take a vector, and those that take a parameter before it. */
    static final Set<String> AGGREGATIONS =
            Set.of("sum", "avg", "min", "max", "count", "group", "stddev", "stdvar");

    static final Map<String, Type> WITH_PARAMETER =
            Map.of(
                    "topk", Type.SCALAR,
                    "bottomk", Type.SCALAR,
                    "quantile", Type.SCALAR,
                    "count_values", Type.TEXT);

    /** Types taken and, after the arrow, given: s scalar, v vector, m range, t text, ? may lack. */
    private static final Map<String, List<String>> BY_SIGNATURE =
            Map.ofEntries(
                    Map.entry(
                            "v>v",
                            List.of(
                                    "abs absent acos acosh asin asinh atan atanh ceil cos cosh deg exp floor",
                                    "histogram_avg histogram_count histogram_stddev histogram_stdvar",
                                    "histogram_sum ln log10 log2 rad sgn sin sinh sort sort_desc sqrt tan tanh",
                                    "timestamp")),
                    Map.entry(
                            "m>v",
                            List.of(
                                    "absent_over_time avg_over_time changes count_over_time delta deriv idelta",
                                    "increase irate last_over_time max_over_time min_over_time",
                                    "present_over_time rate resets stddev_over_time stdvar_over_time",
                                    "sum_over_time")),
                    Map.entry(
                            "v?>v",
                            List.of(
                                    "day_of_month day_of_week day_of_year days_in_month hour minute month year")),
                    Map.entry("v>s", List.of("scalar")),
                    Map.entry("s>v", List.of("vector")),
                    Map.entry(">s", List.of("time pi")),
                    Map.entry("ms>v", List.of("predict_linear")),
                    Map.entry("sm>v", List.of("quantile_over_time")),
                    Map.entry("sv>v", List.of("histogram_quantile")),
                    Map.entry("ssv>v", List.of("histogram_fraction")),
                    Map.entry("vs>v", List.of("clamp_max clamp_min")),
                    Map.entry("vss>v", List.of("clamp")),
                    Map.entry("vs?>v", List.of("round")),
                    Map.entry("vtttt>v", List.of("label_replace")));

    private static final Map<String, String> SIGNATURES = new HashMap<>();

    static {
        BY_SIGNATURE.forEach(
                (signature, names) ->
                        List.of(String.join(" ", names).split(" "))
                                .forEach(name -> SIGNATURES.put(name, signature)));
    }

    private PromFunctions() {}

    static Type result(String name, List<Type> arguments) {
        String signature = SIGNATURES.get(name);
        if (signature == null) {
            throw new IllegalArgumentException("there is no function " + name);
        }
        String takes = signature.substring(0, signature.indexOf('>'));
        int most = takes.replace("?", "").length();
        int least = takes.endsWith("?") ? most - 1 : most;
        if (arguments.size() < least || arguments.size() > most) {
            throw new IllegalArgumentException(name + " takes " + takes + ", not " + arguments);
        }
        for (int index = 0; index < arguments.size(); index++) {
            if (arguments.get(index) != Type.of(takes.charAt(index))) {
                throw new IllegalArgumentException(name + " takes " + takes + ", not " + arguments);
            }
        }
        return Type.of(signature.charAt(signature.length() - 1));
    }
}
