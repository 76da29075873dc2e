package io.throughline.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How far the watch over a stage is, as last said.
 *
 * @param at event time up to which it has looked
 * @param learning while it fires no alert on sentiment
 * @param n labelled feedback that its baseline rests on
 * @param needed labelled feedback that it takes to be ready
 * @param expected negative share that is due now, 0 to 1
 * @param statistic of the test for a drop
 * @param threshold at which that fires
 * @param pendingSince since when a drop is suspected; null when none is
 */
record Watch(
        String stage,
        Instant at,
        boolean learning,
        long n,
        long needed,
        double expected,
        double statistic,
        double threshold,
        Instant pendingSince) {

    /** The words on every stage in the answer of {@link AlertSearches#watch}. */
    static List<Watch> read(JsonNode answer) {
        List<Watch> watches = new ArrayList<>();
        for (JsonNode hit : answer.path("hits").path("hits")) {
            watches.add(watch(hit.path("_source").path("watch")));
        }
        return List.copyOf(watches);
    }

    private static Watch watch(JsonNode watch) {
        return new Watch(
                watch.path("stage").asText(),
                Instant.parse(watch.path("at").asText()),
                watch.path("learning").asBoolean(),
                watch.path("n").asLong(),
                watch.path("needed").asLong(),
                watch.path("expected").asDouble(),
                watch.path("statistic").asDouble(),
                watch.path("threshold").asDouble(),
                watch.path("pendingSince").isTextual()
                        ? Instant.parse(watch.path("pendingSince").asText())
                        : null);
    }
}
