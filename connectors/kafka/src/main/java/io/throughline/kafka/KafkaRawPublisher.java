package io.throughline.kafka;

import io.throughline.model.RawEnvelope;
import io.throughline.wire.Codec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** {@link RawPublisher} on a Kafka producer. */
final class KafkaRawPublisher implements RawPublisher {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final KafkaSettings settings;
    private final Codec<RawEnvelope> codec;
    private final Producer<byte[], byte[]> producer;

    KafkaRawPublisher(KafkaSettings settings, Codec<RawEnvelope> codec) {
        this.settings = settings;
        this.codec = codec;
        try {
            this.producer =
                    new KafkaProducer<>(
                            settings.producerProperties(),
                            new ByteArraySerializer(),
                            new ByteArraySerializer());
        } catch (KafkaException e) {
            throw Problems.explain(settings, "open a producer", e);
        }
    }

    @Override
    public CompletableFuture<Void> publish(RawEnvelope envelope) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        byte[] key = envelope.source().getBytes(StandardCharsets.UTF_8);
        byte[] value = codec.encode(envelope);
        try {
            Future<RecordMetadata> unused =
                    producer.send(
                            new ProducerRecord<>(Topics.RAW, key, value),
                            (metadata, failure) -> {
                                if (failure == null) {
                                    acknowledged.complete(null);
                                } else {
                                    acknowledged.completeExceptionally(failed(envelope, failure));
                                }
                            });
        } catch (KafkaException | IllegalStateException e) {
            acknowledged.completeExceptionally(failed(envelope, e));
        }
        return acknowledged;
    }

    @Override
    public void publishAndWait(RawEnvelope envelope, Duration timeout) {
        try {
            publish(envelope).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw failed(envelope, e.getCause());
        } catch (TimeoutException e) {
            throw failed(
                    envelope, new org.apache.kafka.common.errors.TimeoutException(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(envelope, e);
        }
    }

    private RuntimeException failed(RawEnvelope envelope, Throwable failure) {
        if (failure instanceof org.apache.kafka.common.errors.RecordTooLargeException) {
            return new RecordTooLargeException(
                    envelope + " is larger than Kafka carries (" + Topics.MAX_RECORD_BYTES + ")",
                    failure);
        }
        return Problems.explain(settings, "send " + envelope, failure);
    }

    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
    }
}
