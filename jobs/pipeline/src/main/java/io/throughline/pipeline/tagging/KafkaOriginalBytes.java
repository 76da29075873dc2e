package io.throughline.pipeline.tagging;

import io.throughline.kafka.KafkaSettings;
import io.throughline.model.Provenance;
import io.throughline.model.RawEnvelope;
import io.throughline.wire.Codecs;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the one record again from {@code feedback.raw}, whose place the provenance names. */
final class KafkaOriginalBytes implements OriginalBytes {

    private static final long serialVersionUID = 1L;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KafkaSettings kafka;

    KafkaOriginalBytes(KafkaSettings kafka) {
        this.kafka = kafka;
    }

    @Override
    public Optional<RawEnvelope> find(Provenance provenance) {
        if (provenance == null || provenance.topic() == null) {
            return Optional.empty();
        }
        Properties properties = kafka.consumerProperties("throughline-original-bytes");
        properties.remove("group.id");
        properties.put("auto.offset.reset", "none");
        properties.put("max.poll.records", "1");
        TopicPartition partition = new TopicPartition(provenance.topic(), provenance.partition());
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            if (consumer.beginningOffsets(List.of(partition)).get(partition)
                    > provenance.offset()) {
                return Optional.empty();
            }
            consumer.seek(partition, provenance.offset());
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(PATIENCE)) {
                if (record.offset() == provenance.offset()) {
                    return Optional.of(Codecs.RAW_ENVELOPE.decode(record.value()));
                }
            }
            return Optional.empty();
        }
    }
}
