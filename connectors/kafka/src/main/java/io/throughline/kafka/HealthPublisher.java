package io.throughline.kafka;

import io.throughline.model.ChannelHealth;
import io.throughline.wire.Codecs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts how channels are doing into {@link Topics#CHANNEL_HEALTH}, keyed by source. A word that
 * Kafka does not take is let go: the next one comes within a minute, and who tells it must not
 * wait.
 */
public final class HealthPublisher implements Consumer<ChannelHealth>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HealthPublisher.class);

    private static final int BUFFER_BYTES = 1 << 20;
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private final KafkaProducer<byte[], byte[]> producer;

    private HealthPublisher(KafkaProducer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /** A publisher to the broker of the settings, which need not be there. */
    public static HealthPublisher open(KafkaSettings settings) {
        Properties properties = settings.producerProperties();
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, Integer.toString(BUFFER_BYTES));
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(BUFFER_BYTES));
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, "1000");
        try {
            return new HealthPublisher(
                    new KafkaProducer<>(
                            properties, new ByteArraySerializer(), new ByteArraySerializer()));
        } catch (KafkaException e) {
            throw Problems.explain(settings, "open a producer", e);
        }
    }

    @Override
    public void accept(ChannelHealth health) {
        try {
            Future<RecordMetadata> unused =
                    producer.send(
                            new ProducerRecord<>(
                                    Topics.CHANNEL_HEALTH,
                                    health.source().getBytes(StandardCharsets.UTF_8),
                                    Codecs.CHANNEL_HEALTH.encode(health)),
                            (metadata, failure) -> {
                                if (failure != null) {
                                    LOG.debug("{} not told: {}", health.id(), failure.toString());
                                }
                            });
        } catch (KafkaException e) {
            LOG.debug("{} not told: {}", health.id(), e.toString());
        }
    }

    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
    }
}
