package io.throughline.stack.kubernetes;

import io.throughline.channels.ChannelCatalog;
import io.throughline.elasticsearch.ElasticsearchSettings;
import io.throughline.kafka.BrokerProbe;
import io.throughline.kafka.KafkaSettings;
import io.throughline.kafka.RawPublisher;
import io.throughline.kafka.TopicReader;
import io.throughline.kafka.TopicWriter;
import io.throughline.kafka.Topics;
import io.throughline.local.alerts.AlertDesk;
import io.throughline.model.RawEnvelope;
import io.throughline.notify.deliver.KafkaAlertFeed;
import io.throughline.notify.deliver.KafkaDeliveryLog;
import io.throughline.pipeline.JobEnvironment;
import io.throughline.pipeline.JobSettings;
import io.throughline.pipeline.config.ConfiguredChannel;
import io.throughline.pipeline.ingest.ChannelInputs;
import io.throughline.pipeline.ingest.IngestJob;
import io.throughline.pipeline.io.KafkaOutputs;
import io.throughline.pipeline.io.StartFrom;
import io.throughline.pipeline.learning.KafkaModelLog;
import io.throughline.pipeline.signals.SignalsJob;
import io.throughline.pipeline.tagging.TaggingJob;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * All that a part does with Kafka: by its own classes where they can be had without the rest of it,
 * and by clients of the same settings, groups and transactions otherwise.
 */
record KafkaPart(String user, Use does) {

    static final List<KafkaPart> ALL =
            List.of(
                    new KafkaPart("throughline-gateway", KafkaPart::gateway),
                    new KafkaPart("throughline-ingest", KafkaPart::ingest),
                    new KafkaPart("throughline-tagging", KafkaPart::tagging),
                    new KafkaPart("throughline-signals", KafkaPart::signals),
                    new KafkaPart("throughline-console", KafkaPart::console),
                    new KafkaPart("throughline-notify", KafkaPart::notifier));

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Fails when something cannot be done. */
    interface Use {
        void with(KafkaSettings kafka) throws Exception;
    }

    void use(KafkaSettings kafka) throws Exception {
        does.with(kafka);
    }

    private static void gateway(KafkaSettings kafka) throws Exception {
        try (RawPublisher publisher = RawPublisher.open(kafka);
                BrokerProbe probe = BrokerProbe.open(kafka)) {
            publisher.publishAndWait(
                    new RawEnvelope(
                            "shop",
                            Instant.EPOCH,
                            null,
                            null,
                            "test",
                            0,
                            Map.of(),
                            -1,
                            new byte[1]),
                    PATIENCE);
            if (!probe.getAsBoolean()) {
                throw new IllegalStateException("the probe says that Kafka is away");
            }
        }
        write(kafka, Topics.CHANNEL_HEALTH);
    }

    private static void ingest(KafkaSettings kafka) throws Exception {
        // A run that ends by itself says nothing of the health of channels.
        transaction(kafka, IngestJob.NAME + "-health", Topics.CHANNEL_HEALTH);
        Path file = Files.createTempFile("reviews", ".jsonl");
        try {
            Files.writeString(
                    file, "{\"id\":\"1\",\"text\":\"fine\",\"at\":\"2026-01-01T00:00:00Z\"}\n");
            Configuration once = new Configuration();
            once.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
            StreamExecutionEnvironment env =
                    StreamExecutionEnvironment.createLocalEnvironment(
                            1, JobEnvironment.configure(once));
            IngestJob.define(
                    env,
                    new JobSettings(
                            kafka,
                            ElasticsearchSettings.of("http://127.0.0.1:9"),
                            StartFrom.BEGINNING,
                            KafkaOutputs.TRANSACTION_TIMEOUT),
                    ChannelInputs.source(
                            List.of(
                                    new ConfiguredChannel(
                                            ChannelCatalog.builtIn().find("jsonl").orElseThrow(),
                                            Map.of(),
                                            Map.of(),
                                            List.of(file.toString()))),
                            Boundedness.BOUNDED));
            env.execute();
        } finally {
            Files.delete(file);
        }
    }

    private static void tagging(KafkaSettings kafka) throws Exception {
        read(kafka, Topics.RAW, TaggingJob.NAME);
        read(kafka, Topics.CORRECTIONS, TaggingJob.NAME + "-corrections");
        read(kafka, Topics.MODELS, TaggingJob.NAME + "-models");
        new KafkaModelLog(kafka).read(version -> {});
        transaction(
                kafka,
                TaggingJob.NAME + "-0-1",
                Topics.TAGGED,
                Topics.DEAD_LETTER,
                Topics.TALLY,
                Topics.MODELS);
        transaction(kafka, "throughline-models", Topics.MODELS);
    }

    private static void signals(KafkaSettings kafka) throws Exception {
        read(kafka, Topics.TAGGED, SignalsJob.NAME);
        read(kafka, Topics.CHANNEL_HEALTH, SignalsJob.NAME + "-health");
        read(kafka, Topics.DEAD_LETTER, SignalsJob.NAME + "-dead-letters");
        read(kafka, Topics.ALERT_COMMANDS, SignalsJob.COMMANDS_GROUP);
        transaction(kafka, "throughline-configuration", Topics.ALERT_COMMANDS);
        write(kafka, Topics.ALERTS);
        write(kafka, Topics.DEAD_LETTER);
    }

    private static void console(KafkaSettings kafka) throws Exception {
        new AlertDesk(kafka).book();
        try (TopicReader reader = TopicReader.open(kafka)) {
            reader.read(Topics.TAGGED, record -> {});
            reader.read(Topics.DEAD_LETTER, record -> {});
        }
        transaction(kafka, "throughline-alerts-1", Topics.ALERT_COMMANDS);
        transaction(kafka, "throughline-correct-1", Topics.CORRECTIONS);
        transaction(kafka, "throughline-replay-1", Topics.RAW, Topics.DEAD_LETTER);
    }

    private static void notifier(KafkaSettings kafka) {
        KafkaDeliveryLog log = KafkaDeliveryLog.open(kafka);
        try (KafkaAlertFeed feed = KafkaAlertFeed.open(kafka)) {
            log.all();
            feed.next(Duration.ofSeconds(1));
        } finally {
            log.close();
        }
        transaction(kafka, "throughline-notify", Topics.DELIVERIES);
    }

    private static void transaction(KafkaSettings kafka, String name, String... topics) {
        try (TopicWriter writer = TopicWriter.open(kafka, name)) {
            writer.write(
                    List.of(topics).stream()
                            .map(topic -> new TopicWriter.Write(topic, "key", new byte[1]))
                            .toList());
        }
    }

    private static void write(KafkaSettings kafka, String topic) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        kafka.producerProperties(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, new byte[1])).get();
        }
    }

    /** Reads until there is a record, as Flink's source does, and commits. */
    private static void read(KafkaSettings kafka, String topic, String group) {
        Properties properties = kafka.consumerProperties(group);
        properties.put("auto.offset.reset", "earliest");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (consumer.poll(Duration.ofMillis(200)).isEmpty()) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("no record in " + topic);
                }
            }
            consumer.commitSync();
        }
    }

    @Override
    public String toString() {
        return user;
    }
}
