package io.throughline.local.revise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.kafka.KafkaSettings;
import io.throughline.kafka.StoredRecord;
import io.throughline.kafka.TopicReader;
import io.throughline.kafka.Topics;
import io.throughline.model.TaggedFeedback;
import io.throughline.wire.Codecs;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the last line of a feedback in {@code feedback.tagged} without reading the topic.
 *
 * <p>A topic is looked up by time and not by key. The document knows when the feedback was first
 * observed, before which its line cannot be, and its version says when enough was read. Where that
 * finds nothing, as with a clock that went back, the whole partition is read.
 */
final class TaggedLines {

    private static final Logger LOG = LoggerFactory.getLogger(TaggedLines.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How far the clocks of those who observe may be ahead of the broker's. */
    private static final Duration SKEW = Duration.ofMinutes(10);

    private final KafkaSettings kafka;
    private final RestClient search;

    TaggedLines(KafkaSettings kafka, RestClient search) {
        this.kafka = kafka;
        this.search = search;
    }

    /**
     * What is known of a feedback.
     *
     * @param line the last one that is committed; empty when none is kept
     * @param version of the document; empty when there is none, or nobody knows
     */
    record Found(Optional<TaggedFeedback> line, Optional<Long> version) {

        /** Whether the document is of a line that is not committed yet. */
        boolean behind() {
            return version.isPresent()
                    && line.isPresent()
                    && line.get().documentVersion() < version.get();
        }
    }

    /**
     * Looks a feedback up.
     *
     * @throws io.throughline.kafka.KafkaUnavailableException when Kafka cannot be used
     */
    Found find(String id) {
        Optional<JsonNode> document = document(id);
        Instant since =
                document.map(hit -> hit.at("/_source/observedAt").asText())
                        .map(Instant::parse)
                        .map(observed -> observed.minus(SKEW))
                        .orElse(Instant.EPOCH);
        Optional<Long> version = document.map(hit -> hit.path("_version").asLong());
        try (TopicReader reader = TopicReader.open(kafka)) {
            Optional<TaggedFeedback> line = last(reader, id, since, version);
            if (line.isEmpty() && since.isAfter(Instant.EPOCH)) {
                line = last(reader, id, Instant.EPOCH, version);
            }
            return new Found(line, version);
        }
    }

    private static Optional<TaggedFeedback> last(
            TopicReader reader, String id, Instant since, Optional<Long> version) {
        return reader.last(
                        Topics.TAGGED,
                        id,
                        since,
                        record ->
                                version.isPresent()
                                        && decoded(record).documentVersion() >= version.get())
                .map(TaggedLines::decoded);
    }

    private static TaggedFeedback decoded(StoredRecord record) {
        return Codecs.TAGGED_FEEDBACK.decode(record.value());
    }

    private Optional<JsonNode> document(String id) {
        ObjectNode body = JSON.createObjectNode().put("size", 1).put("version", true);
        body.putArray("_source").add("observedAt");
        body.putObject("query").putObject("term").put("id", id);
        Request request = new Request("POST", "/cx-feedback/_search");
        request.addParameter("ignore_unavailable", "true");
        request.setJsonEntity(body.toString());
        try (InputStream answer = search.performRequest(request).getEntity().getContent()) {
            JsonNode hit = JSON.readTree(answer).at("/hits/hits/0");
            return hit.isObject() ? Optional.of(hit) : Optional.empty();
        } catch (IOException e) {
            LOG.warn("Elasticsearch does not say where a feedback is; the topic is read", e);
            return Optional.empty();
        }
    }
}
