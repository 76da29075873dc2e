package io.throughline.console;

import java.util.ArrayList;
import java.util.List;

/** The bodies of searches over dead letters. */
final class LetterSearches {

    static final String INDEX = "cx-dead-letters";

    /** Letters on a page of the list. */
    static final int PAGE = 30;

    /** Most columns of the picture over time. */
    static final int COLUMNS = 40;

    /** What became of those about which nothing is left to do. */
    private static final String SETTLED =
            "{\"terms\": {\"outcome\": [\"tagged\", \"indexed\", \"duplicate\", \"superseded\","
                    + " \"deleted\", \"filtered\"]}}";

    private LetterSearches() {}

    /**
     * Letters that fit, newest first, and counts of all by reason and channel.
     *
     * @param source, reason, outcome null for any; outcome {@code open} for those that nothing has
     *     become of
     */
    static String list(String source, String reason, String outcome, int from) {
        return """
        {"size": %d, "from": %d, "track_total_hits": true, "post_filter": %s,
         "sort": [{"observedAt": {"order": "desc", "unmapped_type": "date"}},
           {"id": {"order": "asc", "unmapped_type": "keyword"}}],
         "aggs": {
           "first": {"min": {"field": "observedAt"}}, "last": {"max": {"field": "observedAt"}},
           "fitting": {"filter": %s, "aggs": {"open": %s,
             "first": {"min": {"field": "observedAt"}}, "last": {"max": {"field": "observedAt"}}}},
           "reasons": {"terms": {"field": "reason", "size": 50}, "aggs": {"open": %s}},
           "sources": {"terms": {"field": "source", "size": 200}, "aggs": {"open": %s,
             "reasons": {"terms": {"field": "reason", "size": 20}}}}}}
        """
                .formatted(
                        PAGE,
                        from,
                        filter(source, reason, outcome),
                        filter(source, reason, outcome),
                        open(),
                        open(),
                        open());
    }

    /** Counts by reason in steps of so many seconds. */
    static String overTime(String source, String reason, String outcome, long seconds) {
        return """
        {"size": 0, "query": %s,
         "aggs": {"times": {"date_histogram": {"field": "observedAt", "fixed_interval": "%ds",
           "min_doc_count": 1}, "aggs": {"reasons": {"terms": {"field": "reason", "size": 20}}}}}}
        """
                .formatted(filter(source, reason, outcome), seconds);
    }

    private static String open() {
        return "{\"filter\": {\"bool\": {\"must_not\": [" + SETTLED + "]}}}";
    }

    private static String filter(String source, String reason, String outcome) {
        List<String> filters = new ArrayList<>();
        if (source != null) {
            filters.add("{\"term\": {\"source\": " + Searches.quoted(source) + "}}");
        }
        if (reason != null) {
            filters.add("{\"term\": {\"reason\": " + Searches.quoted(reason) + "}}");
        }
        String without = "";
        if (outcome != null && outcome.equals("open")) {
            without = SETTLED;
        } else if (outcome != null) {
            filters.add("{\"term\": {\"outcome\": " + Searches.quoted(outcome) + "}}");
        }
        return "{\"bool\": {\"filter\": ["
                + String.join(", ", filters)
                + "], \"must_not\": ["
                + without
                + "]}}";
    }
}
