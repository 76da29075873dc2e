package io.throughline.pipeline.io;

import io.throughline.kafka.KafkaSettings;
import java.util.Properties;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;

/**
 * Sources that read a topic, committed records only.
 *
 * <p>Where a job starts afresh it reads from the beginning. Where it is restored, its offsets come
 * from its state, and an offset that Kafka keeps no longer fails the job instead of being skipped:
 * {@code earliest()} would hide such a gap, so a restored job asks for committed offsets, which
 * sets {@code auto.offset.reset} to {@code none}.
 */
public final class KafkaInputs {

    private KafkaInputs() {}

    /** A source of one topic for a consumer group. */
    public static <T> KafkaSource<T> topic(
            KafkaSettings kafka,
            String topic,
            String group,
            StartFrom start,
            KafkaRecordDeserializationSchema<T> deserializer) {
        return source(
                kafka,
                topic,
                group,
                start == StartFrom.BEGINNING
                        ? OffsetsInitializer.earliest()
                        : OffsetsInitializer.committedOffsets(),
                deserializer);
    }

    /**
     * A source of a topic that a job restored from older state may never have read: what the state
     * does not know is read from the beginning.
     */
    public static <T> KafkaSource<T> addedTopic(
            KafkaSettings kafka,
            String topic,
            String group,
            KafkaRecordDeserializationSchema<T> deserializer) {
        return source(kafka, topic, group, OffsetsInitializer.earliest(), deserializer);
    }

    private static <T> KafkaSource<T> source(
            KafkaSettings kafka,
            String topic,
            String group,
            OffsetsInitializer offsets,
            KafkaRecordDeserializationSchema<T> deserializer) {
        Properties properties = kafka.consumerProperties(group);
        properties.put("client.id.prefix", group);
        properties.put("partition.discovery.interval.ms", "60000");
        properties.put("commit.offsets.on.checkpoint", "true");
        return KafkaSource.<T>builder()
                .setProperties(properties)
                .setTopics(topic)
                .setGroupId(group)
                .setStartingOffsets(offsets)
                .setDeserializer(deserializer)
                .build();
    }
}
