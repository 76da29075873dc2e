package io.throughline.local.revise;

import io.throughline.document.IndexTemplates;
import io.throughline.elasticsearch.ElasticsearchClients;
import io.throughline.elasticsearch.ElasticsearchSettings;
import io.throughline.elasticsearch.IndexSetup;
import io.throughline.kafka.KafkaSettings;
import io.throughline.kafka.TopicAdmin;
import io.throughline.local.stack.EmbeddedStack;
import io.throughline.local.stack.ServerAddresses;
import io.throughline.local.stack.StackOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.elasticsearch.client.RestClient;

/**
 * Kafka and Elasticsearch for a command that works on what there is: the user's own, those of a
 * launcher that runs on a data directory, or those of a data directory that nobody uses, which are
 * started for the while.
 */
public final class Servers implements AutoCloseable {

    private final Optional<EmbeddedStack> stack;
    private final KafkaSettings kafka;
    private final Optional<ElasticsearchSettings> elasticsearch;

    private Servers(
            Optional<EmbeddedStack> stack,
            KafkaSettings kafka,
            Optional<ElasticsearchSettings> elasticsearch) {
        this.stack = stack;
        this.kafka = kafka;
        this.elasticsearch = elasticsearch;
    }

    /** Servers of the user's own. */
    public static Servers at(KafkaSettings kafka, Optional<ElasticsearchSettings> elasticsearch) {
        return new Servers(Optional.empty(), kafka, elasticsearch);
    }

    /**
     * The servers of a data directory.
     *
     * @param progress is told each step
     * @throws io.throughline.local.stack.StackException when they do not start
     */
    public static Servers of(Path dataDirectory, Consumer<String> progress) {
        Optional<ServerAddresses> running = ServerAddresses.running(dataDirectory);
        if (running.isPresent()) {
            return at(
                    KafkaSettings.of(running.get().kafka()),
                    Optional.of(ElasticsearchSettings.of(running.get().elasticsearch())));
        }
        EmbeddedStack started =
                EmbeddedStack.start(StackOptions.in(dataDirectory).withProgress(progress::accept));
        KafkaSettings kafka = KafkaSettings.of(started.kafkaBootstrap());
        try {
            TopicAdmin.ensure(kafka);
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
        return new Servers(
                Optional.of(started),
                kafka,
                Optional.of(ElasticsearchSettings.of(started.elasticsearchUrl())));
    }

    public KafkaSettings kafka() {
        return kafka;
    }

    /** Whether they stop when this is closed: nothing tags until a pipeline is started. */
    public boolean startedForTheWhile() {
        return stack.isPresent();
    }

    /**
     * A client of Elasticsearch as it is, which takes no more privileges than what it is used for;
     * empty when only Kafka was named.
     */
    public Optional<RestClient> client() {
        return elasticsearch.map(ElasticsearchClients::open);
    }

    /** A client of Elasticsearch with its indices in order; empty when only Kafka was named. */
    public Optional<RestClient> search() {
        return client().map(
                        client -> {
                            try {
                                IndexSetup.ensure(client, IndexTemplates.all());
                                return client;
                            } catch (RuntimeException e) {
                                close(client);
                                throw e;
                            }
                        });
    }

    private static void close(RestClient client) {
        try {
            client.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stack.ifPresent(EmbeddedStack::close);
    }
}
