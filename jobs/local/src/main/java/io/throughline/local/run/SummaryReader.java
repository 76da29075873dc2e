package io.throughline.local.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.document.FeedbackDocument;
import io.throughline.document.SignalDocument;
import io.throughline.kafka.KafkaSettings;
import io.throughline.kafka.StoredRecord;
import io.throughline.kafka.TopicReader;
import io.throughline.kafka.Topics;
import io.throughline.local.run.Summary.StageSummary;
import io.throughline.model.Channel;
import io.throughline.model.DeadLetter;
import io.throughline.model.FailureReason;
import io.throughline.model.Operation;
import io.throughline.model.StageSignal;
import io.throughline.model.Tally;
import io.throughline.wire.Codecs;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;

/** Reads the counts of a data directory from what is committed in Kafka and Elasticsearch. */
final class SummaryReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Roll-ups of a minute and a channel: hours, days, totals and segments hold the same feedback
     * again, and health and watches are none.
     */
    private static final String MINUTES =
            """
            "query": {"bool": {"filter": [{"exists": {"field": "stage"}},
              {"term": {"windowSeconds": 60}}], "must_not": [{"exists": {"field": "segment"}}]}}
            """;

    private static final List<String> INDICES =
            List.of("cx-feedback", "cx-alerts", "cx-dead-letters");

    private static final int IDS_AT_ONCE = 1_000;

    /** Status of a search that no shard could answer. */
    private static final int UNAVAILABLE = 503;

    private final KafkaSettings kafka;
    private final RestClient search;

    SummaryReader(KafkaSettings kafka, RestClient search) {
        this.kafka = kafka;
        this.search = search;
    }

    /**
     * The sums over {@code feedback.tally}, by channel id. A document that Elasticsearch refused
     * was tagged before it became a dead letter, so it is moved from one count to the other, as
     * long as its feedback is live and has no document: a replay moves it back.
     *
     * @throws IOException when Elasticsearch does not answer
     */
    List<Tally> channels() throws IOException {
        Map<String, Tally> sums = new TreeMap<>();
        Map<String, Channel> refused = new TreeMap<>();
        try (TopicReader reader = TopicReader.open(kafka)) {
            reader.read(Topics.TALLY, record -> add(sums, Codecs.TALLY.decode(record.value())));
            reader.read(Topics.DEAD_LETTER, record -> addRefused(refused, record));
            if (!refused.isEmpty()) {
                refused.keySet().removeAll(indexed(refused.keySet()));
                reader.last(Topics.TAGGED, refused.keySet())
                        .forEach(
                                (id, line) -> {
                                    if (deletes(line)) {
                                        refused.remove(id);
                                    }
                                });
            }
        }
        refused.values()
                .forEach(channel -> add(sums, new Tally(channel.id(), 0, -1, 0, 0, 0, 0, 1)));
        return List.copyOf(sums.values());
    }

    private static void addRefused(Map<String, Channel> refused, StoredRecord record) {
        DeadLetter letter = Codecs.DEAD_LETTER.decode(record.value());
        if (letter.reason() == FailureReason.INDEX_REJECTED && letter.feedbackId() != null) {
            refused.put(
                    letter.feedbackId(),
                    letter.channel() == null ? Channel.OTHER : letter.channel());
        }
    }

    private static boolean deletes(StoredRecord line) {
        return Codecs.TAGGED_FEEDBACK.decode(line.value()).feedback().operation()
                == Operation.DELETE;
    }

    /** Those of some feedback that have a document. */
    private Set<String> indexed(Set<String> ids) throws IOException {
        Set<String> found = new HashSet<>();
        List<String> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += IDS_AT_ONCE) {
            List<String> some = all.subList(from, Math.min(all.size(), from + IDS_AT_ONCE));
            JsonNode answer =
                    query(
                            "POST",
                            "/" + FeedbackDocument.ALIAS + "/_search",
                            "{\"size\": "
                                    + IDS_AT_ONCE
                                    + ", \"_source\": [\"id\"], \"query\": {\"terms\": {\"id\": "
                                    + JSON.writeValueAsString(some)
                                    + "}}}");
            answer.path("hits")
                    .path("hits")
                    .forEach(hit -> found.add(hit.path("_source").path("id").asText()));
        }
        return found;
    }

    private static void add(Map<String, Tally> sums, Tally change) {
        sums.merge(change.channel(), change, Tally::plus);
    }

    /** Count and sentiment of each stage over all channels and minutes, by stage id. */
    Map<String, StageSummary> stages() throws IOException {
        JsonNode answer =
                query(
                        "POST",
                        "/cx-signals/_search",
                        """
                        {"size": 0, %s, "aggs": {"stages": {"terms": {"field": "stage", "size": 1000},
                          "aggs": {
                            "count": {"sum": {"field": "count"}},
                            "negative": {"sum": {"field": "negative"}},
                            "neutral": {"sum": {"field": "neutral"}},
                            "positive": {"sum": {"field": "positive"}},
                            "score": {"sum": {"field": "scoreSum"}}}}}}
                        """
                                .formatted(MINUTES));
        Map<String, StageSummary> stages = new TreeMap<>();
        for (JsonNode bucket : answer.path("aggregations").path("stages").path("buckets")) {
            double negative = sum(bucket, "negative");
            double positive = sum(bucket, "positive");
            double labelled = Math.max(1, negative + positive + sum(bucket, "neutral"));
            long count = (long) sum(bucket, "count");
            if (count > 0) {
                stages.put(
                        bucket.path("key").asText(StageSignal.UNASSIGNED),
                        new StageSummary(
                                count,
                                100 * (positive - negative) / labelled,
                                sum(bucket, "score") / labelled));
            }
        }
        return stages;
    }

    private static double sum(JsonNode bucket, String name) {
        return bucket.path(name).path("value").asDouble();
    }

    /** Number of documents, by the name of the index or its alias. */
    Map<String, Long> documents() throws IOException {
        Map<String, Long> documents = new TreeMap<>();
        for (String index : INDICES) {
            documents.put(index, count(index));
        }
        documents.put(SignalDocument.ALIAS, signals());
        return documents;
    }

    /** Of minutes alone, as it has always been. */
    private long signals() throws IOException {
        return query("POST", "/" + SignalDocument.ALIAS + "/_count", "{" + MINUTES + "}")
                .path("count")
                .asLong();
    }

    /** Number of searchable documents of an index that may not be there yet. */
    long count(String index) throws IOException {
        return query("GET", "/" + index + "/_count", null).path("count").asLong();
    }

    /** The same while indices may be in the making: empty when their shards do not answer yet. */
    OptionalLong countSoFar(String index) throws IOException {
        try {
            return OptionalLong.of(count(index));
        } catch (ResponseException e) {
            if (e.getResponse().getStatusLine().getStatusCode() == UNAVAILABLE) {
                return OptionalLong.empty();
            }
            throw e;
        }
    }

    /** Makes everything that was written searchable. */
    void refresh() throws IOException {
        query("POST", "/cx-*/_refresh", null);
    }

    private JsonNode query(String method, String endpoint, String body) throws IOException {
        Request request = new Request(method, endpoint);
        request.addParameter("ignore_unavailable", "true");
        if (body != null) {
            request.setJsonEntity(body);
        }
        return JSON.readTree(search.performRequest(request).getEntity().getContent());
    }
}
