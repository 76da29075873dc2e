package io.throughline.image;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.document.FeedbackDocument;
import io.throughline.document.IndexTemplates;
import io.throughline.elasticsearch.ElasticsearchClients;
import io.throughline.elasticsearch.ElasticsearchSettings;
import io.throughline.elasticsearch.IndexSetup;
import io.throughline.kafka.KafkaSettings;
import io.throughline.kafka.RawPublisher;
import io.throughline.kafka.TopicAdmin;
import io.throughline.local.stack.EmbeddedStack;
import io.throughline.local.stack.StackOptions;
import io.throughline.model.RawEnvelope;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.elasticsearch.client.RestClient;

/** A real Kafka and a real Elasticsearch, set up, and feedback that arrives in the one. */
final class Servers implements AutoCloseable {

    private static final Instant OCCURRED = Instant.parse("2026-03-04T05:06:07Z");

    private final EmbeddedStack stack;
    private int envelopes;

    private Servers(EmbeddedStack stack) {
        this.stack = stack;
    }

    static Servers start(Path directory) throws IOException {
        Servers servers = new Servers(EmbeddedStack.start(StackOptions.in(directory)));
        try (RestClient client =
                ElasticsearchClients.open(
                        ElasticsearchSettings.of(servers.stack.elasticsearchUrl()))) {
            TopicAdmin.ensure(KafkaSettings.of(servers.stack.kafkaBootstrap()));
            IndexSetup.ensure(client, IndexTemplates.all());
        } catch (IOException | RuntimeException e) {
            servers.close();
            throw e;
        }
        return servers;
    }

    /** Writes a configuration that names them. */
    Path configuration(Path file) throws IOException {
        return Files.writeString(
                file,
                """
                apiVersion: throughline/v1
                journey: insurance
                kafka: {bootstrapServers: "%s"}
                elasticsearch: {hosts: ["%s"]}
                privacy: {authorKey: a key of this test alone}
                """
                        .formatted(stack.kafkaBootstrap(), stack.elasticsearchUrl()));
    }

    /** A feedback arrives, as a channel of JSON lines brings it. */
    void arrives(String id, String text) {
        String line =
                "{\"id\": \"%s\", \"channel\": \"email\", \"occurredAt\": \"%s\", \"text\": \"%s\"}"
                        .formatted(id, OCCURRED, text);
        try (RawPublisher publisher = RawPublisher.open(KafkaSettings.of(stack.kafkaBootstrap()))) {
            publisher.publishAndWait(
                    new RawEnvelope(
                            "jsonl",
                            OCCURRED,
                            null,
                            null,
                            "memory",
                            envelopes++,
                            Map.of(),
                            -1,
                            line.getBytes(StandardCharsets.UTF_8)),
                    Duration.ofSeconds(10));
        }
    }

    /** What is searchable: natural ids with the label of their sentiment. */
    Set<String> searchable() throws IOException, InterruptedException {
        FlinkRest search = search();
        search.post("/" + FeedbackDocument.ALIAS + "*/_refresh", "");
        Set<String> found = new TreeSet<>();
        search.json("/" + FeedbackDocument.ALIAS + "*/_search?size=1000")
                .at("/hits/hits")
                .forEach(
                        hit ->
                                found.add(
                                        hit.at("/_source/naturalId").asText()
                                                + " "
                                                + hit.at("/_source/sentiment/label").asText()));
        return found;
    }

    /** Takes a document away behind the job's back. */
    void forget(String naturalId) throws IOException, InterruptedException {
        JsonNode hit =
                search().json("/" + FeedbackDocument.ALIAS + "*/_search?q=naturalId:" + naturalId)
                        .at("/hits/hits/0");
        search().delete(
                        "/"
                                + hit.path("_index").asText()
                                + "/_doc/"
                                + hit.path("_id").asText()
                                + "?refresh=true");
    }

    private FlinkRest search() {
        return new FlinkRest(URI.create(stack.elasticsearchUrl()).getPort());
    }

    @Override
    public void close() {
        stack.close();
    }
}
