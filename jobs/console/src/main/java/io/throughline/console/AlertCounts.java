package io.throughline.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.alert.AlertState;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many alerts there are in each state, as Elasticsearch has them: asked when somebody collects
 * figures, and at most every ten seconds. While it does not answer, nothing is said of them.
 */
final class AlertCounts {

    private static final Logger LOG = LoggerFactory.getLogger(AlertCounts.class);
    private static final Duration FRESH_FOR = Duration.ofSeconds(10);
    private static final String QUESTION =
            """
            {"size": 0, "aggs": {"states": {"terms": {"field": "state", "size": 20}}}}
            """;

    private final Clock clock;
    private SearchClient search;
    private Instant askedAt = Instant.MIN;
    private Map<String, Double> latest = Map.of();

    AlertCounts(Clock clock) {
        this.clock = clock;
    }

    synchronized void ready(SearchClient client) {
        search = client;
    }

    /** 1 when Elasticsearch answered, else 0. */
    double answered() {
        return byState().isEmpty() ? 0 : 1;
    }

    synchronized Map<String, Double> byState() {
        Instant now = clock.instant();
        if (search != null && !now.isBefore(askedAt.plus(FRESH_FOR))) {
            latest = ask();
            askedAt = clock.instant();
        }
        return latest;
    }

    private Map<String, Double> ask() {
        Map<String, Double> counts = new TreeMap<>();
        for (AlertState state : AlertState.values()) {
            counts.put(state.id(), 0.0);
        }
        try {
            JsonNode answer = search.ask("cx-alerts", QUESTION);
            for (JsonNode bucket : answer.at("/aggregations/states/buckets")) {
                counts.put(bucket.path("key").asText(), bucket.path("doc_count").asDouble());
            }
            return counts;
        } catch (IOException | RuntimeException e) {
            LOG.debug("Elasticsearch does not say how many alerts there are", e);
            return Map.of();
        }
    }
}
