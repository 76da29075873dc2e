package io.throughline.console;

/** The bodies of searches over channels. */
final class ChannelSearches {

    /** Newest documents that delays are read from. */
    static final int DELAYS = 500;

    /** Words on health that a history is read from. */
    static final int WORDS = 2_000;

    private ChannelSearches() {}

    /** The last word on each channel of a week. */
    static String lastWords() {
        return """
        {"size": 0,
         "query": {"bool": {"filter": [{"exists": {"field": "health.state"}},
           {"range": {"health.at": {"gte": "now-7d"}}}]}},
         "aggs": {"sources": {"terms": {"field": "source", "size": 500}, "aggs": {
           "latest": {"top_hits": {"size": 1, "_source": ["channel", "source", "health"],
             "sort": [{"health.at": {"order": "desc", "unmapped_type": "date"}}]}}}}}}
        """;
    }

    /** What each channel has brought. */
    static String brought() {
        return """
        {"size": 0, "aggs": {"sources": {"terms": {"field": "source", "size": 500}, "aggs": {
           "channel": {"terms": {"field": "channel", "size": 1}},
           "occurred": {"max": {"field": "occurredAt"}},
           "observed": {"max": {"field": "observedAt"}}}}}}
        """;
    }

    /** Open dead letters of each channel. */
    static String letters() {
        return """
        {"size": 0, "query": {"bool": {"must_not": [{"terms": {"outcome": ["tagged", "indexed",
             "duplicate", "superseded", "deleted", "filtered"]}}]}},
         "aggs": {"sources": {"terms": {"field": "source", "size": 500}}}}
        """;
    }

    /** Words on one channel, the newest first. */
    static String words(String source) {
        return """
        {"size": %d, "_source": ["channel", "source", "health"],
         "query": {"bool": {"filter": [{"exists": {"field": "health.state"}},
           {"term": {"source": %s}}, {"range": {"health.at": {"gte": "now-7d"}}}]}},
         "sort": [{"health.at": {"order": "desc", "unmapped_type": "date"}}]}
        """
                .formatted(WORDS, Searches.quoted(source));
    }

    /** The newest of one channel, and how much it brought by day. */
    static String feedback(String source) {
        return """
        {"size": %d, "track_total_hits": true, "_source": ["occurredAt", "observedAt", "channel"],
         "query": {"term": {"source": %s}},
         "sort": [{"observedAt": {"order": "desc", "unmapped_type": "date"}}],
         "aggs": {"occurred": {"max": {"field": "occurredAt"}},
           "observed": {"max": {"field": "observedAt"}}}}
        """
                .formatted(DELAYS, Searches.quoted(source));
    }

    /** Documents by the day they occurred on, of the fourteen before a time. */
    static String days(String source, long until) {
        return """
        {"size": 0, "query": {"bool": {"filter": [{"term": {"source": %s}},
           {"range": {"occurredAt": {"gt": %d, "lte": %d, "format": "epoch_millis"}}}]}},
         "aggs": {"days": {"date_histogram": {"field": "occurredAt", "fixed_interval": "1d",
           "min_doc_count": 0}}}}
        """
                .formatted(Searches.quoted(source), until - 14 * 86_400_000L, until);
    }
}
