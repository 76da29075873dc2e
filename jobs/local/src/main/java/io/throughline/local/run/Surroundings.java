package io.throughline.local.run;

import io.throughline.document.IndexTemplates;
import io.throughline.elasticsearch.ElasticsearchClients;
import io.throughline.elasticsearch.ElasticsearchSettings;
import io.throughline.elasticsearch.IndexSetup;
import io.throughline.kafka.KafkaSettings;
import io.throughline.kafka.TopicAdmin;
import io.throughline.local.stack.EmbeddedStack;
import io.throughline.local.stack.StackOptions;
import io.throughline.local.stack.StackProgress;
import io.throughline.pipeline.config.ThroughlineConfig;
import java.io.IOException;
import java.util.Optional;
import org.elasticsearch.client.RestClient;

/** Kafka and Elasticsearch, embedded or the user's own, with topics and templates in place. */
final class Surroundings implements AutoCloseable {

    private final Optional<EmbeddedStack> stack;
    private final KafkaSettings kafka;
    private final ElasticsearchSettings elasticsearch;
    private final RestClient search;

    private Surroundings(
            Optional<EmbeddedStack> stack,
            KafkaSettings kafka,
            ElasticsearchSettings elasticsearch,
            RestClient search) {
        this.stack = stack;
        this.kafka = kafka;
        this.elasticsearch = elasticsearch;
        this.search = search;
    }

    /** Starts what the configuration does not name, and prepares both. */
    static Surroundings start(LocalOptions options, ThroughlineConfig config, Progress progress) {
        Optional<EmbeddedStack> stack = embedded(options, config, progress);
        try {
            KafkaSettings kafka =
                    config.kafka()
                            .orElseGet(
                                    () -> KafkaSettings.of(stack.orElseThrow().kafkaBootstrap()));
            ElasticsearchSettings elasticsearch =
                    config.elasticsearch()
                            .orElseGet(
                                    () ->
                                            ElasticsearchSettings.of(
                                                    stack.orElseThrow().elasticsearchUrl()));
            RestClient search = ElasticsearchClients.open(elasticsearch);
            IndexSetup.ensure(search, IndexTemplates.all());
            TopicAdmin.ensure(kafka);
            return new Surroundings(stack, kafka, elasticsearch, search);
        } catch (RuntimeException e) {
            stack.ifPresent(EmbeddedStack::close);
            throw e;
        }
    }

    private static Optional<EmbeddedStack> embedded(
            LocalOptions options, ThroughlineConfig config, Progress progress) {
        if (config.kafka().isPresent() && config.elasticsearch().isPresent()) {
            return Optional.empty();
        }
        StackOptions stack = StackOptions.in(options.dataDirectory()).withProgress(told(progress));
        if (options.kafkaPort().isPresent()) {
            stack = stack.withKafkaPort(options.kafkaPort().getAsInt());
        }
        if (options.elasticsearchPort().isPresent()) {
            stack = stack.withElasticsearchPort(options.elasticsearchPort().getAsInt());
        }
        return Optional.of(EmbeddedStack.start(stack));
    }

    /** Steps are written over; that a server is gone stays on the screen. */
    private static StackProgress told(Progress progress) {
        return new StackProgress() {
            @Override
            public void report(String sentence) {
                progress.status(sentence);
            }

            @Override
            public void lost(String sentence) {
                progress.line(sentence);
            }
        };
    }

    Optional<EmbeddedStack> stack() {
        return stack;
    }

    KafkaSettings kafka() {
        return kafka;
    }

    ElasticsearchSettings elasticsearch() {
        return elasticsearch;
    }

    RestClient search() {
        return search;
    }

    @Override
    public void close() throws IOException {
        search.close();
        stack.ifPresent(EmbeddedStack::close);
    }
}
