package io.throughline.console;

import static io.throughline.console.Searches.quoted;

import java.time.Instant;

/** The searches behind alerts: the panel, the page of one, its picture, and the watch. */
final class AlertSearches {

    /** Alerts that the panel lists, the open ones first. */
    static final int LISTED = 12;

    private AlertSearches() {}

    /**
     * Open alerts first, each kind newest first, without what only the page of one shows. An alert
     * that is open has no {@code resolvedAt}, which sorts it before all that have one.
     */
    static String panel(String journey) {
        return """
        {"size": %d, "track_total_hits": true,
         "query": {"term": {"journey": %s}},
         "sort": [{"resolvedAt": {"order": "desc", "missing": "_first", "unmapped_type": "date"}},
           {"firedAt": {"order": "desc", "unmapped_type": "date"}}],
         "_source": {"excludes": ["verbatims", "terms"]}}
        """
                .formatted(LISTED, quoted(journey));
    }

    /** Alerts of a stage, the newest first, without what only the page of one shows. */
    static String ofStage(String journey, String stage) {
        return """
        {"size": %d,
         "query": {"bool": {"filter": [{"term": {"journey": %s}}, {"term": {"stage": %s}}]}},
         "sort": [{"firedAt": {"order": "desc", "unmapped_type": "date"}}],
         "_source": {"excludes": ["verbatims", "terms"]}}
        """
                .formatted(LISTED, quoted(journey), quoted(stage));
    }

    /** The alert of an id. */
    static String one(String id) {
        return """
        {"size": 1, "query": {"term": {"id": %s}}}
        """
                .formatted(quoted(id));
    }

    /** Labels of a stage by hour. */
    static String labels(String journey, String stage, Instant from, Instant until) {
        return """
        {"size": 0,
         "query": {"bool": {"filter": [{"term": {"journey": %s}}, {"term": {"stage": %s}},
           %s, %s]}},
         "aggs": {"hours": {"date_histogram": {"field": "windowStart", "fixed_interval": "1h",
           "min_doc_count": 1}, "aggs": %s}}}
        """
                .formatted(
                        quoted(journey),
                        quoted(stage),
                        Searches.MINUTES,
                        between(from, until),
                        Searches.SUMS);
    }

    /** The negative share that was due in each hour of a stage; at most 1,500 of them. */
    static String due(String journey, String stage, Instant from, Instant until) {
        return """
        {"size": 1500,
         "query": {"bool": {"filter": [{"term": {"watch.journey": %s}},
           {"term": {"watch.stage": %s}}, {"term": {"watch.learning": false}}, %s]}},
         "_source": ["windowStart", "watch.expected"],
         "sort": [{"windowStart": {"order": "asc", "unmapped_type": "date"}}]}
        """
                .formatted(quoted(journey), quoted(stage), between(from, until));
    }

    /** The last word on the watch over each stage. */
    static String watch(String journey) {
        return """
        {"size": 1000,
         "query": {"term": {"watch.journey": %s}},
         "collapse": {"field": "watch.stage"},
         "_source": ["watch"],
         "sort": [{"watch.at": {"order": "desc", "unmapped_type": "date"}}]}
        """
                .formatted(quoted(journey));
    }

    private static String between(Instant from, Instant until) {
        return "{\"range\": {\"windowStart\": {\"gte\": %d, \"lt\": %d, \"format\": \"epoch_millis\"}}}"
                .formatted(from.toEpochMilli(), until.toEpochMilli());
    }
}
