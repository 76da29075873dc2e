package io.throughline.console;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

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

    /** The same of hours, which hold what sixty minutes do in one document. */
    static final String HOURS = MINUTES.replace("60}", "3600}");

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

    /** Labels by stage, channel and day, and how ratings and words agree by stage. */
    static String signals(String journey, Span span) {
        return labels("{\"term\": {\"journey\": %s}}".formatted(quoted(journey)), span);
    }

    /** The same of one stage, and of one channel when it is not null. */
    static String stage(String journey, String stage, String channel, Span span) {
        String which =
                "{\"term\": {\"journey\": %s}}, {\"term\": {\"stage\": %s}}"
                        .formatted(quoted(journey), quoted(stage));
        return labels(
                channel == null
                        ? which
                        : which + ", {\"term\": {\"channel\": %s}}".formatted(quoted(channel)),
                span);
    }

    /** How often feedback on a stage names each touchpoint. */
    static String touchpointsOf(String stage, String channel, Span span) {
        return """
        {"size": 0,
         "query": {"bool": {"filter": [{"term": {"stages.id": %s}}%s,
           {"range": {"occurredAt": {"gte": %d, "lt": %d, "format": "epoch_millis"}}}]}},
         "aggs": {"touchpoints": {"terms": {"field": "touchpoint", "size": 200}}}}
        """
                .formatted(
                        quoted(stage),
                        channel == null
                                ? ""
                                : ", {\"term\": {\"channel\": %s}}".formatted(quoted(channel)),
                        span.from().toEpochMilli(),
                        span.until().toEpochMilli());
    }

    private static String labels(String which, Span span) {
        return """
        {"size": 0,
         "query": {"bool": {"filter": [%s,
           {"range": {"windowStart": {"gte": %d, "lt": %d, "format": "epoch_millis"}}}, %s]}},
         "aggs": {"stages": {"terms": {"field": "stage", "size": 1000}, "aggs": {
           "channels": {"terms": {"field": "channel", "size": 50}, "aggs": {
             "days": {"date_histogram": {"field": "windowStart", "fixed_interval": "1d",
               "offset": "+%ds", "min_doc_count": 1}, "aggs": %s}}},
           "rated": {"sum": {"field": "rated"}},
           "highNegative": {"sum": {"field": "ratedHighSaidNegative"}},
           "lowPositive": {"sum": {"field": "ratedLowSaidPositive"}}}}}}
        """
                .formatted(
                        which,
                        span.from().toEpochMilli(),
                        span.until().toEpochMilli(),
                        HOURS,
                        span.offset().toSeconds(),
                        SUMS);
    }

    /** Totals of the days that the span touches. */
    static String days(String journey, Span span) {
        return totals("{\"term\": {\"journey\": %s}}".formatted(quoted(journey)), span);
    }

    /** The same of one stage. */
    static String days(String journey, String stage, Span span) {
        return totals(
                "{\"term\": {\"journey\": %s}}, {\"term\": {\"stage\": %s}}"
                        .formatted(quoted(journey), quoted(stage)),
                span);
    }

    private static String totals(String which, Span span) {
        return """
        {"size": 2000, "_source": ["stage", "windowStart", "scoreHistogram", "termTotal", "terms"],
         "query": {"bool": {"filter": [%s, {"term": {"channel": "all"}},
           {"term": {"windowSeconds": 86400}}, {"range": {"count": {"gt": 0}}},
           {"range": {"windowStart": {"gte": %d, "lt": %d, "format": "epoch_millis"}}}]}}}
        """
                .formatted(which, span.from().toEpochMilli(), span.until().toEpochMilli());
    }

    /** Touchpoints that feedback of the span names. */
    static String touchpoints(Span span) {
        return """
        {"size": 0,
         "query": {"range": {"occurredAt": {"gte": %d, "lt": %d, "format": "epoch_millis"}}},
         "aggs": {"touchpoints": {"terms": {"field": "touchpoint", "size": 1000}}}}
        """
                .formatted(span.from().toEpochMilli(), span.until().toEpochMilli());
    }

    /**
     * Newest verbatims. One sort key and no count, so that a search leaves out what is older
     * instead of reading every document: a second key costs five times as much over a million.
     */
    static String verbatims() {
        return """
        {"size": %d, "track_total_hits": false,
         "query": {"exists": {"field": "text"}},
         "sort": [{"occurredAt": {"order": "desc", "unmapped_type": "date"}}],
         "_source": ["id", "revision", "channel", "source", "touchpoint", "occurredAt", "observedAt",
           "language", "text", "rating", "sentiment", "stages"]}
        """
                .formatted(VERBATIMS);
    }

    /** How much there is of each channel and how new it is, and abstentions. */
    static String channels() {
        return """
        {"size": 0, "track_total_hits": false,
         "aggs": {
           "channels": {"terms": {"field": "channel", "size": 50}, "aggs": {
             "occurred": {"max": {"field": "occurredAt"}},
             "observed": {"max": {"field": "observedAt"}}}},
           "withoutStage": {"terms": {"field": "stageAbstention", "size": 20}},
           "withoutSentiment": {"terms": {"field": "sentiment.abstention", "size": 20}}}}
        """;
    }

    /**
     * The newest documents of each channel, none older than that. Delays are read from them and not
     * from a percentile aggregation, which would run a script on every document.
     */
    static String delays(Instant since) {
        return """
        {"size": 0, "track_total_hits": false,
         "query": {"range": {"observedAt": {"gte": %d, "format": "epoch_millis"}}},
         "aggs": {"channels": {"terms": {"field": "channel", "size": 50}, "aggs": {
             "newest": {"top_hits": {"size": %d, "_source": ["occurredAt", "observedAt"],
               "sort": [{"observedAt": {"order": "desc", "unmapped_type": "date"}}]}}}}}}
        """
                .formatted(since.toEpochMilli(), DELAY_SAMPLE);
    }

    /** Texts and sentiments of feedback. */
    static String texts(List<String> ids) {
        return """
        {"size": %d, "_source": ["id", "text", "sentiment.label"],
         "query": {"terms": {"id": [%s]}}}
        """
                .formatted(
                        ids.size(),
                        ids.stream().map(Searches::quoted).collect(Collectors.joining(",")));
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
