package io.throughline.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;

/** What customers said of a stage since somebody claimed to have mended it, and before. */
final class ClaimRoutes {

    private final StoredView stored;

    ClaimRoutes(StoredView stored) {
        this.stored = stored;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/alerts/{id}/claim", this::since);
    }

    private void since(Context context) {
        JsonNode alert =
                stored.ask("cx-alerts", alert(context.pathParam("id"))).at("/hits/hits/0/_source");
        if (!alert.path("fixClaimedAt").isTextual()) {
            throw new RefusedException(
                    HttpStatus.NOT_FOUND, "Nobody claims to have mended what this alert is about.");
        }
        Instant claimed = Instant.parse(alert.path("fixClaimedAt").asText());
        Instant onset = Instant.parse(alert.path("onset").asText());
        JsonNode answer =
                stored.ask(
                        "cx-signals",
                        sums(
                                alert.path("journey").asText(),
                                alert.path("stage").asText(),
                                onset,
                                claimed));
        LiveJson.send(
                context,
                new Since(
                        claimed,
                        labels(answer.at("/aggregations/before")),
                        labels(answer.at("/aggregations/since"))));
    }

    private static Labels labels(JsonNode bucket) {
        return new Labels(sum(bucket, "negative"), sum(bucket, "neutral"), sum(bucket, "positive"));
    }

    private static long sum(JsonNode bucket, String name) {
        return Math.round(bucket.path(name).path("value").asDouble());
    }

    private static String alert(String id) {
        return """
        {"size": 1, "_source": ["journey", "stage", "onset", "fixClaimedAt"],
         "query": {"term": {"id": %s}}}
        """
                .formatted(Searches.quoted(id));
    }

    private static String sums(String journey, String stage, Instant onset, Instant claimed) {
        return """
        {"size": 0, "query": {"bool": {"filter": [{"term": {"journey": %s}}, {"term": {"stage": %s}},
           {"range": {"windowStart": {"gte": %d, "format": "epoch_millis"}}}, %s]}},
         "aggs": {
           "before": {"filter": {"range": {"windowStart": {"lt": %d, "format": "epoch_millis"}}},
             "aggs": %s},
           "since": {"filter": {"range": {"windowStart": {"gte": %d, "format": "epoch_millis"}}},
             "aggs": %s}}}
        """
                .formatted(
                        Searches.quoted(journey),
                        Searches.quoted(stage),
                        onset.toEpochMilli(),
                        Searches.MINUTES,
                        claimed.toEpochMilli(),
                        Searches.SUMS,
                        claimed.toEpochMilli(),
                        Searches.SUMS);
    }

    /** Feedback with a sentiment. */
    record Labels(long negative, long neutral, long positive) {}

    /**
     * The answer.
     *
     * @param before from the onset until the claim
     */
    record Since(Instant claimedAt, Labels before, Labels since) {}
}
