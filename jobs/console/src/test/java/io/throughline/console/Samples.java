package io.throughline.console;

import io.throughline.journey.JourneyMap;
import io.throughline.journey.Stage;
import java.util.List;
import java.util.Map;

/** A small journey and what Elasticsearch answers about it, in its own wire format. */
final class Samples {

    /** 2026-03-15T09:00:00Z: the full hour after the newest window. */
    static final long UNTIL = 1_773_565_200_000L;

    static final JourneyMap JOURNEY =
            new JourneyMap("cover", 3, List.of(stage("quote", null), stage("claim", 20.0)));

    static final String NEWEST =
            "{\"aggregations\": {\"newest\": {\"value\": %d}}}".formatted(UNTIL - 90_000);

    /** Claim: phone +10 of 30 before, −10 of 12 late; web +10 of 10 before, −4 of 8 late. */
    static final String SIGNALS =
            """
            {"aggregations": {"stages": {"buckets": [
              {"key": "unassigned", "channels": {"buckets": []}},
              {"key": "claim", "rated": {"value": 30.0}, "highNegative": {"value": 4.0},
               "lowPositive": {"value": 1.0},
               "channels": {"buckets": [
                 {"key": "phone", "days": {"buckets": [%s, %s]}},
                 {"key": "web", "days": {"buckets": [%s, %s]}}]}}]}}}
            """
                    .formatted(
                            bucket("\"key\": " + (UNTIL - 3 * 86_400_000L), 10, 0, 20),
                            bucket("\"key\": " + (UNTIL - 86_400_000L), 11, 0, 1),
                            bucket("\"key\": " + (UNTIL - 3 * 86_400_000L), 0, 0, 10),
                            bucket("\"key\": " + (UNTIL - 86_400_000L), 5, 2, 1));

    /** Totals of two days: who is waited for is said on the last only. */
    static final String DAYS =
            """
            {"hits": {"hits": [
              {"_source": {"stage": "claim", "windowStart": "2026-03-08T00:00:00Z",
                "scoreHistogram": [10,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0], "termTotal": 400,
                "terms": [{"term": "claim", "count": 200}, {"term": "paid", "count": 200}]}},
              {"_source": {"stage": "claim", "windowStart": "2026-03-14T00:00:00Z",
                "scoreHistogram": [0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0], "termTotal": 60,
                "terms": [{"term": "call back", "count": 20}, {"term": "call", "count": 20},
                          {"term": "claim", "count": 20}]}}]}}
            """;

    static final String TOUCHPOINTS =
            """
            {"aggregations": {"touchpoints": {"buckets": [{"key": "claim-form", "doc_count": 3}]}}}
            """;

    static final String FEEDBACK =
            """
            {"hits": {"total": {"value": 3}, "hits": [{"_source": {
               "id": "web:typeform:1", "channel": "web", "source": "typeform",
               "touchpoint": "claim-form", "occurredAt": "2026-03-15T08:58:30Z",
               "observedAt": "2026-03-15T08:58:40.500Z", "language": "en",
               "text": "<img src=x onerror=alert(1)> nobody called & I wait",
               "rating": {"value": 2.0, "min": 1.0, "max": 5.0, "normalized": 0.25},
               "sentiment": {"label": "negative", "score": -0.8, "confidence": 0.93},
               "stages": [{"id": "quote", "weight": 0.3, "confidence": 0.5},
                          {"id": "claim", "weight": 0.7, "confidence": 0.8}]}}]},
             "aggregations": {
               "channels": {"buckets": [{"key": "web", "doc_count": 3,
                 "occurred": {"value": 1773565110000}, "observed": {"value": 1773565120500},
                 "newest": {"hits": {"hits": [
                   {"_source": {"occurredAt": "2026-03-15T08:58:30Z", "observedAt": "2026-03-15T08:58:40.500Z"}},
                   {"_source": {"occurredAt": "2026-03-15T08:00:00Z", "observedAt": "2026-03-15T08:00:02Z"}},
                   {"_source": {"occurredAt": "2026-03-15T07:00:09Z", "observedAt": "2026-03-15T07:00:00Z"}}]}}}]},
               "withoutStage": {"buckets": [{"key": "unsure", "doc_count": 1}]},
               "withoutSentiment": {"buckets": []}}}
            """;

    static final String DEAD_LETTERS =
            """
            {"hits": {"total": {"value": 5}}, "aggregations": {
              "newest": {"value": 1773565110000},
              "reasons": {"buckets": [{"key": "MALFORMED", "doc_count": 4},
                                      {"key": "TOO_LARGE", "doc_count": 1}]}}}
            """;

    static final String HEALTH =
            """
            {"aggregations": {"sources": {"buckets": [
              {"key": "app-store", "latest": {"hits": {"hits": [{"_source": {"channel": "mobile",
                "health": {"state": "failing", "cause": "status 503",
                  "since": "2026-03-15T08:55:00Z", "at": "2026-03-15T08:59:00Z"}}}]}}},
              {"key": "typeform", "latest": {"hits": {"hits": [{"_source": {"channel": "web",
                "health": {"state": "ok", "since": "2026-03-15T07:00:00Z",
                  "at": "2026-03-15T08:59:30Z"}}}]}}}]}}}
            """;

    private Samples() {}

    static FakeElasticsearch fill(FakeElasticsearch search) {
        return search.holds("newest", NEWEST)
                .holds("cx-signals", SIGNALS)
                .holds("days", DAYS)
                .holds("touchpoints", TOUCHPOINTS)
                .holds("health", HEALTH)
                .holds("cx-feedback", FEEDBACK)
                .holds("cx-dead-letters", DEAD_LETTERS);
    }

    private static Stage stage(String id, Double goal) {
        return new Stage(
                id,
                "About " + id,
                1,
                id + "-team",
                List.of(),
                goal,
                List.of("an example"),
                List.of(),
                id.equals("claim") ? List.of("claim-form", "claims-line") : List.of(),
                Map.of(),
                List.of());
    }

    private static String bucket(String key, int negative, int neutral, int positive) {
        return "{%s, \"count\": {\"value\": %d.0}, \"negative\": {\"value\": %d.0}, \"neutral\": {\"value\": %d.0}, \"positive\": {\"value\": %d.0}}"
                .formatted(key, negative + neutral + positive, negative, neutral, positive);
    }
}
