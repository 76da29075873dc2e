package io.throughline.console;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** The bodies of the searches. */
final class Searches {

    /** Newest documents of a channel that its delay is read from. */
    static final int DELAY_SAMPLE = 100;

    private static final int VERBATIMS = 16;

    /**
     * Roll-ups of a minute and a channel alone: what is longer, over all channels or of a segment
     * is made of the same feedback, which would count again.
     */
    static final String MINUTES =
            """
            {"bool": {"filter": [{"term": {"windowSeconds": 60}}],
              "must_not": [{"term": {"channel": "all"}}, {"exists": {"field": "segment"}}]}}\
            """;

    static final String SUMS =
            """
            {"count": {"sum": {"field": "count"}}, "negative": {"sum": {"field": "negative"}},
             "neutral": {"sum": {"field": "neutral"}}, "positive": {"sum": {"field": "positive"}}}\
            """;

    private Searches() {}

    /** When the newest feedback of a journey occurred; windows that were emptied do not count. */
    static String newest(String journey) {
        return """
        {"size": 0,
         "query": {"bool": {"filter": [{"term": {"journey": %s}}, {"range": {"count": {"gt": 0}}},
           %s]}},
         "aggs": {"newest": {"max": {"field": "windowEnd"}}}}
        """
                .formatted(quoted(journey), MINUTES);
    }

    /** Labels by stage and day and by stage and channel. */
    static String signals(String journey, Span span) {
        return """
        {"size": 0,
         "query": {"bool": {"filter": [{"term": {"journey": %s}},
           {"range": {"windowStart": {"gte": %d, "lt": %d, "format": "epoch_millis"}}}, %s]}},
         "aggs": {"stages": {"terms": {"field": "stage", "size": 1000}, "aggs": {
           "days": {"date_histogram": {"field": "windowStart", "fixed_interval": "1d",
             "offset": "+%ds", "min_doc_count": 1}, "aggs": %s},
           "channels": {"terms": {"field": "channel", "size": 50}, "aggs": %s}}}}}
        """
                .formatted(
                        quoted(journey),
                        span.from().toEpochMilli(),
                        span.until().toEpochMilli(),
                        MINUTES,
                        span.offset().toSeconds(),
                        SUMS,
                        SUMS);
    }

    /**
     * Newest verbatims, abstentions, and freshness by channel. Delays come from the newest
     * documents and not from a percentile aggregation, which would run a script on every document.
     */
    static String feedback() {
        return """
        {"size": %d,
         "post_filter": {"exists": {"field": "text"}},
         "sort": [{"occurredAt": {"order": "desc", "unmapped_type": "date"}},
           {"id": {"order": "asc", "unmapped_type": "keyword"}}],
         "_source": ["id", "channel", "source", "touchpoint", "occurredAt", "observedAt",
           "language", "text", "rating", "sentiment", "stages"],
         "aggs": {
           "channels": {"terms": {"field": "channel", "size": 50}, "aggs": {
             "occurred": {"max": {"field": "occurredAt"}},
             "observed": {"max": {"field": "observedAt"}},
             "newest": {"top_hits": {"size": %d, "_source": ["occurredAt", "observedAt"],
               "sort": [{"observedAt": {"order": "desc", "unmapped_type": "date"}}]}}}},
           "withoutStage": {"terms": {"field": "stageAbstention", "size": 20}},
           "withoutSentiment": {"terms": {"field": "sentiment.abstention", "size": 20}}}}
        """
                .formatted(VERBATIMS, DELAY_SAMPLE);
    }

    /** The last word on each channel; one that nothing was said of for long is no more. */
    static String health() {
        return """
        {"size": 0,
         "query": {"bool": {"filter": [{"exists": {"field": "health.state"}},
           {"range": {"health.at": {"gte": "now-10m"}}}]}},
         "aggs": {"sources": {"terms": {"field": "source", "size": 500}, "aggs": {
           "latest": {"top_hits": {"size": 1, "_source": ["channel", "health"],
             "sort": [{"health.at": {"order": "desc", "unmapped_type": "date"}}]}}}}}}
        """;
    }

    /** Dead letters by reason. */
    static String deadLetters() {
        return """
        {"size": 0, "track_total_hits": true,
         "aggs": {"newest": {"max": {"field": "observedAt"}},
           "reasons": {"terms": {"field": "reason", "size": 50}}}}
        """;
    }

    static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
