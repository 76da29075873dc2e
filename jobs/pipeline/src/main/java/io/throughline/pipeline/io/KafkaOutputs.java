package io.throughline.pipeline.io;

import io.throughline.kafka.KafkaSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Sinks that write topics: exactly once, so that readers see the records of a checkpoint when it is
 * done, or at once.
 */
public final class KafkaOutputs {

    /** The highest that a broker takes unless it is told otherwise. */
    public static final Duration TRANSACTION_TIMEOUT = Duration.ofMinutes(15);

    private KafkaOutputs() {}

    /**
     * A sink for all topics of a job.
     *
     * @param prefix of transactional ids, one a job
     * @param transactionTimeout longer than the longest pause between a checkpoint and the restart
     *     that commits it, at most the broker's {@code transaction.max.timeout.ms}; the broker
     *     refuses the producer otherwise
     */
    public static KafkaSink<TopicWrite> topics(
            KafkaSettings kafka, String prefix, Duration transactionTimeout) {
        Properties properties = kafka.producerProperties();
        properties.put("transaction.timeout.ms", Long.toString(transactionTimeout.toMillis()));
        return KafkaSink.<TopicWrite>builder()
                .setKafkaProducerConfig(properties)
                .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                .setTransactionalIdPrefix(prefix)
                .setRecordSerializer(new Serialization())
                .build();
    }

    /**
     * A sink whose records are seen at once, and again after a restart: for what has an id and a
     * version, so that the same twice is the same once.
     */
    public static KafkaSink<TopicWrite> atOnce(KafkaSettings kafka) {
        return KafkaSink.<TopicWrite>builder()
                .setKafkaProducerConfig(kafka.producerProperties())
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setRecordSerializer(new Serialization())
                .build();
    }

    private static final class Serialization implements KafkaRecordSerializationSchema<TopicWrite> {

        private static final long serialVersionUID = 1L;

        @Override
        public ProducerRecord<byte[], byte[]> serialize(
                TopicWrite write, KafkaSinkContext context, Long timestamp) {
            return new ProducerRecord<>(
                    write.topic(), write.key().getBytes(StandardCharsets.UTF_8), write.value());
        }
    }
}
