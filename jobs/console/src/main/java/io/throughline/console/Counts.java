package io.throughline.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.console.LiveView.Count;
import io.throughline.console.LiveView.DeadLetters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads counts by kind from answers. */
final class Counts {

    private Counts() {}

    static DeadLetters deadLetters(JsonNode answer) {
        JsonNode aggregations = answer.path("aggregations");
        return new DeadLetters(
                answer.path("hits").path("total").path("value").asLong(),
                time(aggregations.path("newest")),
                counts(aggregations.path("reasons")));
    }

    /** Buckets of a terms aggregation, the most frequent first. */
    static List<Count> counts(JsonNode terms) {
        List<Count> counts = new ArrayList<>();
        for (JsonNode bucket : terms.path("buckets")) {
            counts.add(new Count(bucket.path("key").asText(), documents(bucket)));
        }
        return List.copyOf(counts);
    }

    /** The documents of a bucket. */
    static long documents(JsonNode bucket) {
        return bucket.path("doc_count").asLong();
    }

    /** The value of a metric on a date; null when no document has one. */
    static Instant time(JsonNode metric) {
        JsonNode value = metric.path("value");
        return value.isNumber() ? Instant.ofEpochMilli(value.asLong()) : null;
    }
}
