package io.throughline.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertCommand;
import io.throughline.document.IndexTemplates;
import io.throughline.elasticsearch.ElasticsearchClients;
import io.throughline.elasticsearch.ElasticsearchSettings;
import io.throughline.elasticsearch.IndexSetup;
import io.throughline.kafka.KafkaSettings;
import io.throughline.kafka.TopicAdmin;
import io.throughline.kafka.TopicWriter;
import io.throughline.kafka.Topics;
import io.throughline.local.stack.EmbeddedStack;
import io.throughline.local.stack.StackOptions;
import io.throughline.model.TaggedFeedback;
import io.throughline.wire.Codecs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long after the record that lets an alert be decided the alert stands in {@code
 * feedback.alerts}, by the broker's own stamps in both topics: the record is the first one, in the
 * last of the partitions, that moves the watermark to the end of the deciding window. Prints the
 * figures, since a time is no promise of a machine that does other work too; what is asserted is
 * that there is something to measure.
 */
class AlertLatencyIT {

    private static final Instant BEGIN = Instant.parse("2026-03-02T00:00:00Z");
    private static final Instant DROP = BEGIN.plus(Duration.ofDays(3));
    private static final Instant END = DROP.plus(Duration.ofHours(8));
    private static final Duration BOUND = Duration.ofMinutes(5);
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final int STAGES = 80;
    private static final int RATE = 200;

    @TempDir Path directory;

    @Test
    void anAlertStandsInItsTopicSoonAfterItIsDecided() throws Exception {
        try (EmbeddedStack stack =
                EmbeddedStack.start(StackOptions.in(directory.resolve("data")))) {
            KafkaSettings kafka = KafkaSettings.of(stack.kafkaBootstrap());
            prepare(stack, kafka);
            List<TaggedFeedback> history = story(BEGIN, DROP, 0.2);
            List<TaggedFeedback> drop = story(DROP, END, 0.75);
            try (SignalsProcess process =
                            SignalsProcess.start(
                                    directory,
                                    stack.kafkaBootstrap(),
                                    stack.elasticsearchUrl(),
                                    1);
                    KafkaProducer<byte[], byte[]> producer = producer(kafka)) {
                history.forEach(tagged -> send(producer, tagged));
                producer.flush();
                awaitWatched(stack, process);
                paced(producer, drop);
                await().atMost(Duration.ofMinutes(2))
                        .pollInterval(Duration.ofSeconds(1))
                        .until(
                                () -> {
                                    process.checkAlive();
                                    return latencies(kafka).size() >= STAGES / 2;
                                });
            }
            List<Long> latencies = latencies(kafka);
            System.out.printf(
                    "alert latency: %d alerts of %d stages at %d records/s: p50 %d ms, p90 %d ms,"
                            + " p99 %d ms, max %d ms%n",
                    latencies.size(),
                    STAGES,
                    RATE,
                    quantile(latencies, 0.5),
                    quantile(latencies, 0.9),
                    quantile(latencies, 0.99),
                    latencies.get(latencies.size() - 1));
            assertThat(latencies).hasSizeGreaterThanOrEqualTo(STAGES / 2);
        }
    }

    private static void prepare(EmbeddedStack stack, KafkaSettings kafka) throws Exception {
        TopicAdmin.ensure(kafka);
        try (RestClient client =
                ElasticsearchClients.open(ElasticsearchSettings.of(stack.elasticsearchUrl()))) {
            IndexSetup.ensure(client, IndexTemplates.all());
        }
        AlertCommand rules =
                new AlertCommand(
                        "rules-latency",
                        AlertCommand.Kind.RULES,
                        Instant.EPOCH,
                        "test",
                        null,
                        null,
                        Map.of(),
                        null,
                        "warmUp: 1d\n");
        try (TopicWriter writer = TopicWriter.open(kafka, "latency")) {
            writer.write(
                    List.of(
                            new TopicWriter.Write(
                                    Topics.ALERT_COMMANDS,
                                    rules.id(),
                                    Codecs.ALERT_COMMAND.encode(rules))));
        }
    }

    private static List<TaggedFeedback> story(Instant from, Instant to, double share) {
        SplittableRandom random = new SplittableRandom(from.getEpochSecond());
        List<TaggedFeedback> all = new ArrayList<>();
        for (Instant at = from; at.isBefore(to); at = at.plus(EVERY)) {
            for (int stage = 0; stage < STAGES; stage++) {
                Instant time = at.plusMillis(stage * EVERY.toMillis() / STAGES);
                all.add(
                        AlertStory.tagged(
                                (int) (time.toEpochMilli() / 7_500),
                                "stage-" + stage,
                                time,
                                time,
                                random.nextDouble() < share,
                                random));
            }
        }
        return all;
    }

    private static KafkaProducer<byte[], byte[]> producer(KafkaSettings kafka) {
        Properties properties = kafka.producerProperties();
        properties.put("linger.ms", "0");
        return new KafkaProducer<>(
                properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, TaggedFeedback tagged) {
        producer.send(
                new ProducerRecord<>(
                        Topics.TAGGED,
                        tagged.feedback().id().getBytes(StandardCharsets.UTF_8),
                        Codecs.TAGGED_FEEDBACK.encode(tagged)));
    }

    private static void paced(KafkaProducer<byte[], byte[]> producer, List<TaggedFeedback> story) {
        long begin = System.nanoTime();
        for (int i = 0; i < story.size(); i++) {
            long due = begin + i * 1_000_000_000L / RATE;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            send(producer, story.get(i));
        }
        producer.flush();
    }

    /** The history is read when every partition's last hour has been looked at. */
    private static void awaitWatched(EmbeddedStack stack, SignalsProcess process) {
        await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(
                        () -> {
                            process.checkAlive();
                            assertThat(ToldAlerts.statusAt(stack, "stage-0"))
                                    .isAfterOrEqualTo(DROP.minus(Duration.ofHours(2)));
                        });
    }

    /** Milliseconds, sorted, of the first version of each alert that the drop brought. */
    private static List<Long> latencies(KafkaSettings kafka) {
        Map<TopicPartition, TreeMap<Instant, Long>> moved = new HashMap<>();
        each(
                kafka,
                Topics.TAGGED,
                record -> {
                    Instant time =
                            Codecs.TAGGED_FEEDBACK.decode(record.value()).feedback().occurredAt();
                    moved.computeIfAbsent(
                                    new TopicPartition(record.topic(), record.partition()),
                                    partition -> new TreeMap<>())
                            .putIfAbsent(time.minus(BOUND), record.timestamp());
                });
        List<Long> latencies = new ArrayList<>();
        each(
                kafka,
                Topics.ALERTS,
                record -> {
                    Alert alert = Codecs.ALERT.decode(record.value());
                    if (alert.version() == 1 && alert.firedAt().isAfter(DROP)) {
                        long decided =
                                moved.values().stream()
                                        .mapToLong(times -> at(times, alert.firedAt()))
                                        .max()
                                        .orElseThrow();
                        latencies.add(record.timestamp() - decided);
                    }
                });
        latencies.sort(null);
        return latencies;
    }

    private static long at(TreeMap<Instant, Long> times, Instant watermark) {
        return times.ceilingEntry(watermark).getValue();
    }

    private static void each(
            KafkaSettings kafka, String topic, Consumer<ConsumerRecord<byte[], byte[]>> to) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        kafka.consumerProperties("latency"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                consumer.poll(Duration.ofSeconds(1)).forEach(to);
            }
        }
    }

    private static long quantile(List<Long> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(share * sorted.size()) - 1));
    }
}
