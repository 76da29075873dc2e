package io.throughline.console;

/** One open alert on claims, and what Elasticsearch answers about its stage. */
final class AlertSamples {

    static final String ALERT =
            """
            {"hits": {"total": {"value": 1}, "hits": [{"_source": {"id": "a1", "stage": "claim",
              "state": "firing", "onset": "2026-03-14T20:00:00Z", "firedAt": "2026-03-15T06:00:00Z",
              "direction": "drop", "expected": 0.25, "observed": 0.5, "n": 40, "low": 0.1,
              "high": 0.4, "authors": 31, "rule": "sentiment-drop", "journey": "cover",
              "journeyVersion": 3, "stageName": "About claim", "owner": "claim-team",
              "updatedAt": "2026-03-15T06:00:00Z", "resolution": "Silence does not."}}]}}
            """;

    static final String WATCH =
            """
            {"hits": {"hits": [{"_source": {"watch": {"journey": "cover", "stage": "claim",
              "at": "2026-03-15T08:55:00Z", "learning": false, "n": 900, "needed": 300,
              "expected": 0.25, "statistic": 6.4, "threshold": 6.2,
              "pendingSince": "2026-03-15T02:00:00Z"}}}]}}
            """;

    static final String DUE =
            """
            {"hits": {"hits": [{"_source": {"windowStart": "2026-03-14T20:00:00Z",
              "watch": {"expected": 0.25}}}]}}
            """;

    static final String HOURS =
            """
            {"aggregations": {"hours": {"buckets": [
              {"key": 1773518400000, "count": {"value": 6}, "negative": {"value": 3},
               "neutral": {"value": 0}, "positive": {"value": 3}},
              {"key": 1773522000000, "count": {"value": 2}, "negative": {"value": 0},
               "neutral": {"value": 0}, "positive": {"value": 0}}]}}}
            """;

    private AlertSamples() {}

    static FakeElasticsearch fill(FakeElasticsearch search) {
        return search.holds("cx-alerts", ALERT)
                .holds("watch", WATCH)
                .holds("due", DUE)
                .holds("hours", HOURS);
    }
}
