package io.throughline.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads a topic from its beginning and goes on with what comes, without a consumer group: whoever
 * follows a topic so knows what it has done from elsewhere. Not thread-safe.
 */
public final class TopicFollower implements AutoCloseable {

    private final KafkaSettings settings;
    private final String topic;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> left;

    private TopicFollower(
            KafkaSettings settings,
            String topic,
            KafkaConsumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> left) {
        this.settings = settings;
        this.topic = topic;
        this.consumer = consumer;
        this.left = left;
    }

    /**
     * A follower of a topic.
     *
     * @throws KafkaUnavailableException when the broker does not answer or has no such topic
     */
    public static TopicFollower open(KafkaSettings settings, String topic) {
        Properties properties = settings.consumerProperties("throughline-follower");
        properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "15000");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        KafkaConsumer<byte[], byte[]> consumer = null;
        try {
            consumer =
                    new KafkaConsumer<>(
                            properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            List<TopicPartition> partitions = new ArrayList<>();
            for (PartitionInfo info : consumer.partitionsFor(topic)) {
                partitions.add(new TopicPartition(topic, info.partition()));
            }
            if (partitions.isEmpty()) {
                throw new UnknownTopicOrPartitionException("there is no topic " + topic);
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return new TopicFollower(
                    settings, topic, consumer, new HashMap<>(consumer.endOffsets(partitions)));
        } catch (KafkaException e) {
            if (consumer != null) {
                consumer.close();
            }
            throw Problems.explain(settings, "follow topic " + topic, e);
        }
    }

    /**
     * Committed records that came since the last call, in order per partition; waits for some, but
     * no longer than told. While the broker is away there are none.
     */
    public List<StoredRecord> next(Duration longest) {
        try {
            List<StoredRecord> records = new ArrayList<>();
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(longest)) {
                records.add(
                        new StoredRecord(
                                record.topic(),
                                record.partition(),
                                record.offset(),
                                record.key(),
                                record.value()));
            }
            return records;
        } catch (KafkaException e) {
            throw Problems.explain(settings, "follow topic " + topic, e);
        }
    }

    /** Whether everything that was there when it was opened has been handed out. */
    public boolean caughtUp() {
        try {
            left.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            return left.isEmpty();
        } catch (KafkaException e) {
            throw Problems.explain(settings, "follow topic " + topic, e);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
