package io.throughline.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Utils;

/**
 * Reads what is committed in a topic now, without a consumer group.
 *
 * <p>The end of a topic that transactions wrote to is not the offset after its last record:
 * transaction markers take offsets too, and no reader's committed offset ever passes the last one.
 * {@link #hasRecordsFrom} therefore looks for a record instead of comparing offsets. Not
 * thread-safe.
 */
public final class TopicReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaSettings settings;
    private final KafkaConsumer<byte[], byte[]> consumer;

    private TopicReader(KafkaSettings settings, KafkaConsumer<byte[], byte[]> consumer) {
        this.settings = settings;
        this.consumer = consumer;
    }

    /** A reader of the broker of the settings. */
    public static TopicReader open(KafkaSettings settings) {
        Properties properties = settings.consumerProperties("throughline-reader");
        properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "15000");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        try {
            return new TopicReader(
                    settings,
                    new KafkaConsumer<>(
                            properties, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
        } catch (KafkaException e) {
            throw Problems.explain(settings, "open a consumer", e);
        }
    }

    /**
     * Hands every committed record from the beginning of a topic to its end as it is at the time of
     * the call to a consumer, in order per partition.
     *
     * @return number of records
     */
    public long read(String topic, Consumer<StoredRecord> to) {
        long[] count = {0};
        scan(
                topic,
                Map.of(),
                record -> {
                    to.accept(record);
                    count[0]++;
                    return true;
                });
        return count[0];
    }

    /**
     * The last committed record of each key that has one. Only the partitions of the keys are read,
     * as Kafka's producers choose them.
     */
    public Map<String, StoredRecord> last(String topic, Set<String> keys) {
        Set<TopicPartition> chosen = new HashSet<>();
        try {
            for (String key : keys) {
                chosen.add(partitionOf(topic, key.getBytes(StandardCharsets.UTF_8)));
            }
        } catch (KafkaException e) {
            throw Problems.explain(settings, "read topic " + topic, e);
        }
        Map<String, StoredRecord> last = new HashMap<>();
        scan(
                topic,
                chosen::contains,
                Map.of(),
                record -> {
                    if (record.key() != null) {
                        String key = new String(record.key(), StandardCharsets.UTF_8);
                        if (keys.contains(key)) {
                            last.put(key, record);
                        }
                    }
                    return true;
                });
        return last;
    }

    /**
     * The last committed record of a key, looked for from a time on and no further than needed: the
     * broker knows where records of a time begin, so what came before is not read.
     *
     * @param since when the first record that matters came at the earliest, by the broker's clock
     * @param enough true for the record after which none is looked for
     * @return empty when none came since then
     */
    public Optional<StoredRecord> last(
            String topic, String key, Instant since, Predicate<StoredRecord> enough) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        StoredRecord[] last = {null};
        try {
            TopicPartition partition = partitionOf(topic, bytes);
            OffsetAndTimestamp first =
                    consumer.offsetsForTimes(Map.of(partition, Math.max(0, since.toEpochMilli())))
                            .get(partition);
            if (first == null) {
                return Optional.empty();
            }
            scan(
                    topic,
                    partition::equals,
                    Map.of(partition, first.offset()),
                    record -> {
                        if (record.key() == null || !Arrays.equals(record.key(), bytes)) {
                            return true;
                        }
                        last[0] = record;
                        return !enough.test(record);
                    });
        } catch (KafkaException e) {
            throw Problems.explain(settings, "read topic " + topic, e);
        }
        return Optional.ofNullable(last[0]);
    }

    private TopicPartition partitionOf(String topic, byte[] key) {
        int count = partitions(topic).size();
        return new TopicPartition(topic, Utils.toPositive(Utils.murmur2(key)) % count);
    }

    /**
     * Whether a committed record lies at or after these offsets. Partitions that are not named are
     * looked at from their beginning, and offsets no longer kept count as the oldest that is.
     */
    public boolean hasRecordsFrom(String topic, Map<TopicPartition, Long> offsets) {
        return !scan(topic, offsets, record -> false);
    }

    /**
     * Whether a transaction that wrote to a topic is neither committed nor aborted, or is and its
     * markers are not written yet, which happens a moment after the commit returns. What {@link
     * #hasRecordsFrom} says of the topic can change until then without anybody writing to it.
     */
    public boolean hasOpenTransactions(String topic) {
        try (Admin admin = Admin.create(settings.adminProperties())) {
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            for (TopicPartition partition : partitions(topic)) {
                latest.put(partition, OffsetSpec.latest());
            }
            return !offsets(admin, latest, IsolationLevel.READ_COMMITTED)
                    .equals(offsets(admin, latest, IsolationLevel.READ_UNCOMMITTED));
        } catch (ExecutionException | KafkaException e) {
            throw Problems.explain(settings, "read topic " + topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problems.explain(settings, "read topic " + topic, e);
        }
    }

    private static Map<TopicPartition, Long> offsets(
            Admin admin, Map<TopicPartition, OffsetSpec> latest, IsolationLevel isolation)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        admin.listOffsets(latest, new ListOffsetsOptions(isolation))
                .all()
                .get()
                .forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    /** Whether no record made the predicate say stop before the end. */
    private boolean scan(
            String topic, Map<TopicPartition, Long> offsets, Predicate<StoredRecord> more) {
        return scan(topic, partition -> true, offsets, more);
    }

    private boolean scan(
            String topic,
            Predicate<TopicPartition> among,
            Map<TopicPartition, Long> offsets,
            Predicate<StoredRecord> more) {
        try {
            List<TopicPartition> partitions = partitions(topic).stream().filter(among).toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> begin = consumer.beginningOffsets(partitions);
            Map<TopicPartition, Long> left = new HashMap<>(consumer.endOffsets(partitions));
            for (TopicPartition partition : partitions) {
                long from = offsets.getOrDefault(partition, 0L);
                consumer.seek(partition, Math.max(from, begin.get(partition)));
            }
            return scanTo(left, more);
        } catch (KafkaException e) {
            throw Problems.explain(settings, "read topic " + topic, e);
        }
    }

    private boolean scanTo(Map<TopicPartition, Long> ends, Predicate<StoredRecord> more) {
        Clock clock = Clock.systemUTC();
        Instant deadline = clock.instant().plus(PATIENCE);
        ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
        while (!ends.isEmpty()) {
            boolean moved = false;
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                Long end = ends.get(new TopicPartition(record.topic(), record.partition()));
                if (end != null && record.offset() < end && !more.test(stored(record))) {
                    return false;
                }
                moved = true;
            }
            moved |=
                    ends.entrySet()
                            .removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            if (moved) {
                deadline = clock.instant().plus(PATIENCE);
            } else if (clock.instant().isAfter(deadline)) {
                throw new org.apache.kafka.common.errors.TimeoutException(
                        "no record for " + PATIENCE + " before the end of " + ends.keySet());
            }
        }
        return true;
    }

    private List<TopicPartition> partitions(String topic) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (PartitionInfo info : consumer.partitionsFor(topic)) {
            partitions.add(new TopicPartition(topic, info.partition()));
        }
        if (partitions.isEmpty()) {
            throw new UnknownTopicOrPartitionException("there is no topic " + topic);
        }
        return partitions;
    }

    private static StoredRecord stored(ConsumerRecord<byte[], byte[]> record) {
        return new StoredRecord(
                record.topic(), record.partition(), record.offset(), record.key(), record.value());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
