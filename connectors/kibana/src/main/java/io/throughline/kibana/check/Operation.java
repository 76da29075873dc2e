package io.throughline.kibana.check;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a column of Lens can do, and which fields it can do it with. */
enum Operation {
    DATE_HISTOGRAM(Sort.BUCKET, "date"),
    TERMS(Sort.BUCKET, "string", "number", "date", "boolean"),
    RANGE(Sort.BUCKET, "number"),
    FILTERS(Sort.BUCKET),
    COUNT(Sort.METRIC, "string", "number", "date", "boolean"),
    UNIQUE_COUNT(Sort.METRIC, "string", "number", "date", "boolean"),
    SUM(Sort.METRIC, "number"),
    AVERAGE(Sort.METRIC, "number"),
    MEDIAN(Sort.METRIC, "number"),
    STANDARD_DEVIATION(Sort.METRIC, "number"),
    PERCENTILE(Sort.METRIC, "number"),
    PERCENTILE_RANK(Sort.METRIC, "number"),
    MIN(Sort.METRIC, "number", "date"),
    MAX(Sort.METRIC, "number", "date"),
    LAST_VALUE(Sort.METRIC, "string", "number", "date", "boolean"),
    FORMULA(Sort.METRIC),
    MATH(Sort.METRIC),
    STATIC_VALUE(Sort.METRIC);

    private final Sort sort;
    private final Set<String> kinds;

    Operation(Sort sort, String... kinds) {
        this.sort = sort;
        this.kinds = Set.of(kinds);
    }

    private enum Sort {
        BUCKET,
        METRIC
    }

    static Optional<Operation> of(String name) {
        for (Operation operation : values()) {
            if (operation.id().equals(name)) {
                return Optional.of(operation);
            }
        }
        return Optional.empty();
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean bucketed() {
        return sort == Sort.BUCKET;
    }

    boolean needsField() {
        return !kinds.isEmpty();
    }

    boolean takes(String kind) {
        return kinds.contains(kind);
    }

    /** Whether it is made of other columns, so that nothing can be sorted by it. */
    boolean ofColumns() {
        return this == FORMULA || this == MATH || this == STATIC_VALUE;
    }

    /** The type of what comes out. */
    String result(String fieldKind) {
        return switch (this) {
            case DATE_HISTOGRAM -> "date";
            case FILTERS -> "string";
            case TERMS, MIN, MAX, LAST_VALUE -> fieldKind;
            default -> "number";
        };
    }
}
