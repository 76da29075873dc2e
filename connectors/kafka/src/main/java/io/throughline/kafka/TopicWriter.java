package io.throughline.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes batches of records, each in one transaction: readers see all of a batch or nothing. A
 * second writer of the same name ends the first. Not thread-safe.
 */
public final class TopicWriter implements AutoCloseable {

    private final KafkaSettings settings;
    private final String name;
    private final KafkaProducer<byte[], byte[]> producer;
    private boolean failed;

    /**
     * A record to be written.
     *
     * @param key decides the partition
     * @param value null to remove what a compacted topic holds under the key
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes are written and never compared
    public record Write(String topic, String key, byte[] value) {}

    private TopicWriter(
            KafkaSettings settings, String name, KafkaProducer<byte[], byte[]> producer) {
        this.settings = settings;
        this.name = name;
        this.producer = producer;
    }

    /**
     * A writer for the broker of the settings.
     *
     * @param name transactional id
     * @throws KafkaUnavailableException when the broker cannot be reached or refuses
     */
    public static TopicWriter open(KafkaSettings settings, String name) {
        Properties properties = settings.producerProperties();
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, name);
        KafkaProducer<byte[], byte[]> producer = null;
        try {
            producer =
                    new KafkaProducer<>(
                            properties, new ByteArraySerializer(), new ByteArraySerializer());
            producer.initTransactions();
            return new TopicWriter(settings, name, producer);
        } catch (KafkaException e) {
            if (producer != null) {
                producer.close(Duration.ZERO);
            }
            throw Problems.explain(settings, "open a producer", e);
        }
    }

    /**
     * Writes a batch, and returns when it is committed.
     *
     * @throws KafkaUnavailableException when it was not; nobody sees any of it then, and this
     *     writer is of no more use
     * @throws WriterReplacedException when a second writer of the same name was opened
     */
    public void write(List<Write> batch) {
        failed = true;
        try {
            producer.beginTransaction();
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (Write write : batch) {
                sent.add(
                        producer.send(
                                new ProducerRecord<>(
                                        write.topic(),
                                        write.key().getBytes(StandardCharsets.UTF_8),
                                        write.value())));
            }
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
            producer.commitTransaction();
            failed = false;
        } catch (KafkaException | ExecutionException e) {
            Throwable cause = Problems.unwrap(e);
            if (cause instanceof ProducerFencedException
                    || cause instanceof InvalidProducerEpochException) {
                throw new WriterReplacedException(name, cause);
            }
            throw Problems.explain(settings, "write " + batch.size() + " records", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problems.explain(settings, "write " + batch.size() + " records", e);
        }
    }

    /** What was not committed is given up at once: waiting for it would take minutes. */
    @Override
    public void close() {
        if (failed) {
            producer.close(Duration.ZERO);
        } else {
            producer.close();
        }
    }
}
