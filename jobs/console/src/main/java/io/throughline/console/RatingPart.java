package io.throughline.console;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** Parts of any rating's scale: thirds, as the roll-ups take ratings for low and high. */
enum RatingPart {
    LOW(null, -1.0 / 3),
    MIDDLE(-1.0 / 3, 1.0 / 3),
    HIGH(1.0 / 3, null),
    /** No rating was given. */
    NONE(null, null);

    private static final String FIELD = "rating.normalized";

    private final Double from;
    private final Double to;

    RatingPart(Double from, Double to) {
        this.from = from;
        this.to = to;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A query for documents in it. */
    ObjectNode query() {
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        if (this == NONE) {
            query.putObject("bool").putObject("must_not").putObject("exists").put("field", FIELD);
            return query;
        }
        boolean middle = this == MIDDLE;
        ObjectNode range = query.putObject("range").putObject(FIELD);
        if (from != null) {
            range.put(middle ? "gte" : "gt", from);
        }
        if (to != null) {
            range.put(middle ? "lte" : "lt", to);
        }
        return query;
    }
}
