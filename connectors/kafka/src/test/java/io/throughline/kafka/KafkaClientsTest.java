package io.throughline.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.model.RawEnvelope;
import io.throughline.wire.Codecs;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KafkaClientsTest {

    private TestBroker broker;
    private KafkaSettings settings;

    @BeforeAll
    void start(@TempDir Path folder) {
        broker = TestBroker.start(folder);
        settings = broker.settings();
        TopicAdmin.ensure(settings);
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    @Test
    void makesTopicsOnceAndCorrectsTheirConfiguration() throws Exception {
        TopicSpec before = new TopicSpec("corrected", 2, Map.of("retention.ms", "1000"));
        TopicSpec after = new TopicSpec("corrected", 3, Map.of("retention.ms", "2000"));

        TopicAdmin.ensure(settings, List.of(before));
        TopicAdmin.ensure(settings, List.of(before));
        TopicAdmin.ensure(settings, List.of(after));

        try (Admin admin = Admin.create(settings.adminProperties())) {
            ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, "corrected");
            assertThat(
                            admin.describeConfigs(List.of(topic))
                                    .all()
                                    .get()
                                    .get(topic)
                                    .get("retention.ms")
                                    .value())
                    .isEqualTo("2000");
            assertThat(
                            admin.describeTopics(List.of("corrected"))
                                    .allTopicNames()
                                    .get()
                                    .get("corrected")
                                    .partitions())
                    .as("partitions of an existing topic")
                    .hasSize(2);
        }
    }

    @Test
    void publishesEnvelopesOfASourceInOrder() {
        List<RawEnvelope> sent = new ArrayList<>();
        try (RawPublisher publisher = RawPublisher.open(settings)) {
            for (int i = 0; i < 20; i++) {
                sent.add(envelope("ordered", i, ("text " + i).getBytes(UTF_8)));
                publisher.publishAndWait(sent.get(i), Duration.ofSeconds(20));
            }
        }
        assertThat(stored("ordered")).isEqualTo(sent);
    }

    @Test
    void carriesTwelveMebibytesAndRefusesWhatIsLargerThanARecord() {
        byte[] large = new byte[12 * 1024 * 1024];
        new Random(7).nextBytes(large);
        try (RawPublisher publisher = RawPublisher.open(settings)) {
            publisher.publishAndWait(envelope("large", 0, large), Duration.ofSeconds(30));

            RawEnvelope tooLarge = envelope("large", 1, new byte[Topics.MAX_RECORD_BYTES]);
            assertThatThrownBy(() -> publisher.publishAndWait(tooLarge, Duration.ofSeconds(30)))
                    .isInstanceOf(RecordTooLargeException.class)
                    .hasMessageContaining("large");
        }
        assertThat(stored("large")).containsExactly(envelope("large", 0, large));
    }

    @Test
    void findsTheLastRecordOfAKeyAmongBatchesThatAreCommitted() {
        TopicAdmin.ensure(settings, List.of(new TopicSpec("changelog", 4, Map.of())));
        try (TopicWriter writer = TopicWriter.open(settings, "changes")) {
            for (int round = 0; round < 3; round++) {
                List<TopicWriter.Write> batch = new ArrayList<>();
                for (int key = 0; key < 20; key++) {
                    byte[] value = (key + " " + round).getBytes(UTF_8);
                    batch.add(new TopicWriter.Write("changelog", "key-" + key, value));
                }
                writer.write(batch);
            }
        }

        try (TopicReader reader = TopicReader.open(settings)) {
            Map<String, StoredRecord> last =
                    reader.last("changelog", Set.of("key-3", "key-17", "none"));
            assertThat(last).containsOnlyKeys("key-3", "key-17");
            assertThat(last.get("key-3").value()).isEqualTo("3 2".getBytes(UTF_8));
            assertThat(last.get("key-17").value()).isEqualTo("17 2".getBytes(UTF_8));
        }
    }

    @Test
    void aSecondWriterOfTheSameNameEndsTheFirst() {
        TopicAdmin.ensure(settings, List.of(new TopicSpec("fenced", 1, Map.of())));
        TopicWriter.Write write = new TopicWriter.Write("fenced", "a", new byte[] {1});
        try (TopicWriter first = TopicWriter.open(settings, "one-name");
                TopicWriter second = TopicWriter.open(settings, "one-name")) {
            second.write(List.of(write));
            assertThatThrownBy(() -> first.write(List.of(write)))
                    .isInstanceOf(WriterReplacedException.class);
        }
        try (TopicReader reader = TopicReader.open(settings)) {
            assertThat(reader.read("fenced", record -> {})).isEqualTo(1);
        }
    }

    @Test
    void looksPastTransactionMarkersAndUncommittedRecords() throws Exception {
        TopicAdmin.ensure(settings, List.of(new TopicSpec("transactional", 1, Map.of())));
        TopicPartition partition = new TopicPartition("transactional", 0);
        Properties properties = settings.producerProperties();
        properties.put("transactional.id", "looks-past-markers");
        ByteArraySerializer bytes = new ByteArraySerializer();
        try (KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(properties, bytes, bytes);
                TopicReader reader = TopicReader.open(settings)) {
            producer.initTransactions();
            assertThat(reader.hasRecordsFrom("transactional", Map.of())).isFalse();

            producer.beginTransaction();
            long last =
                    producer.send(new ProducerRecord<>("transactional", "a".getBytes(UTF_8)))
                            .get()
                            .offset();
            producer.commitTransaction();
            Awaitility.await().until(() -> !reader.hasOpenTransactions("transactional"));

            Map<TopicPartition, Long> afterLast = Map.of(partition, last + 1);
            assertThat(reader.hasRecordsFrom("transactional", Map.of(partition, last))).isTrue();
            assertThat(reader.hasRecordsFrom("transactional", Map.of())).isTrue();
            assertThat(reader.hasRecordsFrom("transactional", afterLast))
                    .as("only the marker is left")
                    .isFalse();

            producer.beginTransaction();
            producer.send(new ProducerRecord<>("transactional", "b".getBytes(UTF_8))).get();
            assertThat(reader.hasRecordsFrom("transactional", afterLast))
                    .as("an open transaction")
                    .isFalse();
            assertThat(reader.hasOpenTransactions("transactional")).isTrue();
            producer.abortTransaction();
            Awaitility.await().until(() -> !reader.hasOpenTransactions("transactional"));
            assertThat(reader.hasRecordsFrom("transactional", afterLast))
                    .as("an aborted transaction")
                    .isFalse();
            assertThat(reader.read("transactional", record -> {})).isEqualTo(1);
        }
    }

    @Test
    void tellsHowFarAGroupHasCome() throws Exception {
        TopicPartition partition = new TopicPartition(Topics.TALLY, 0);
        try (GroupOffsets offsets = GroupOffsets.open(settings);
                Admin admin = Admin.create(settings.adminProperties())) {
            assertThat(offsets.committed("nobody")).isEmpty();

            admin.alterConsumerGroupOffsets("somebody", Map.of(partition, new OffsetAndMetadata(5)))
                    .all()
                    .get();

            assertThat(offsets.committed("somebody")).containsExactly(Map.entry(partition, 5L));
        }
    }

    @Test
    void saysWhichTopicIsMissing() {
        try (TopicReader reader = TopicReader.open(settings)) {
            assertThatThrownBy(() -> reader.read("not-there", record -> {}))
                    .isInstanceOf(KafkaUnavailableException.class)
                    .hasMessageContaining("not-there");
        }
    }

    private List<RawEnvelope> stored(String source) {
        List<RawEnvelope> stored = new ArrayList<>();
        try (TopicReader reader = TopicReader.open(settings)) {
            reader.read(
                    Topics.RAW,
                    record -> {
                        if (new String(record.key(), UTF_8).equals(source)) {
                            stored.add(Codecs.RAW_ENVELOPE.decode(record.value()));
                        }
                    });
        }
        return stored;
    }

    private static RawEnvelope envelope(String source, long position, byte[] payload) {
        return new RawEnvelope(
                source,
                Instant.parse("2026-03-04T05:06:07Z"),
                null,
                null,
                "test",
                position,
                Map.of(),
                -1,
                payload);
    }
}
