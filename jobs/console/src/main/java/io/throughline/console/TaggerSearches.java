package io.throughline.console;

/** The bodies of searches over how feedback was tagged and what that cost. */
final class TaggerSearches {

    private TaggerSearches() {}

    /** When the newest feedback occurred. */
    static String newest() {
        return "{\"size\": 0, \"aggs\": {\"newest\": {\"max\": {\"field\": \"occurredAt\"}}}}";
    }

    /** How the feedback of a time was tagged. */
    static String tags(long from, long until) {
        return """
        {"size": 0, "track_total_hits": true,
         "query": {"range": {"occurredAt": {"gt": %d, "lte": %d, "format": "epoch_millis"}}},
         "aggs": {
           "basis": {"terms": {"field": "sentiment.basis", "size": 10}},
           "engines": {"terms": {"field": "sentiment.engine", "size": 10}},
           "models": {"terms": {"field": "sentiment.model", "size": 40}, "aggs": {
             "first": {"min": {"field": "observedAt"}}, "last": {"max": {"field": "observedAt"}}}},
           "withoutSentiment": {"terms": {"field": "sentiment.abstention", "size": 20}},
           "withoutStage": {"terms": {"field": "stageAbstention", "size": 20}},
           "languages": {"terms": {"field": "language", "size": 15, "missing": "unknown"}, "aggs": {
             "withoutSentiment": {"filter": {"exists": {"field": "sentiment.abstention"}}},
             "withoutStage": {"filter": {"exists": {"field": "stageAbstention"}}}}}}}
        """
                .formatted(from, until);
    }

    /** Where stars and words disagree, by stage; days over all channels. */
    static String ratings(long from, long until) {
        return """
        {"size": 0,
         "query": {"bool": {"filter": [{"exists": {"field": "stage"}},
             {"term": {"windowSeconds": 86400}}, {"term": {"channel": "all"}},
             {"range": {"windowStart": {"gt": %d, "lte": %d, "format": "epoch_millis"}}}],
           "must_not": [{"exists": {"field": "segment"}}]}},
         "aggs": {"stages": {"terms": {"field": "stage", "size": 100}, "aggs": {
           "rated": {"sum": {"field": "rated"}},
           "highNegative": {"sum": {"field": "ratedHighSaidNegative"}},
           "lowPositive": {"sum": {"field": "ratedLowSaidPositive"}}}}}}
        """
                .formatted(from, until);
    }

    /** What tagging cost by hour, over the last day in which a job said so. */
    static String costs() {
        return """
        {"size": 0,
         "query": {"bool": {"filter": [{"term": {"job.name": "tagging"}},
             {"range": {"windowStart": {"gte": "now-24h"}}}],
           "must_not": [{"exists": {"field": "job.source"}}]}},
         "aggs": {
           "records": {"sum": {"field": "job.records"}}, "busy": {"sum": {"field": "job.busyMillis"}},
           "teacher": {"sum": {"field": "job.byTeacher"}},
           "student": {"sum": {"field": "job.byStudent"}},
           "minutes": {"value_count": {"field": "job.records"}},
           "hours": {"date_histogram": {"field": "windowStart", "fixed_interval": "1h",
             "min_doc_count": 1}, "aggs": {
               "records": {"sum": {"field": "job.records"}},
               "busy": {"sum": {"field": "job.busyMillis"}}}}}}
        """;
    }
}
