package io.throughline.kafka;

import io.throughline.model.RawEnvelope;
import io.throughline.wire.Codecs;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Puts envelopes into {@link Topics#RAW}, keyed by their source. Thread-safe. */
public interface RawPublisher extends AutoCloseable {

    /**
     * Sends an envelope. The future completes only after all in-sync replicas of the broker have
     * it; it fails with {@link KafkaUnavailableException} when that does not happen in time, and
     * with {@link RecordTooLargeException} when the envelope can never be sent. A failed envelope
     * may still arrive.
     */
    CompletableFuture<Void> publish(RawEnvelope envelope);

    /** Sends an envelope and waits until Kafka has it; throws what {@link #publish} fails with. */
    void publishAndWait(RawEnvelope envelope, Duration timeout);

    /** Waits for what is being sent, then lets go of the connections. */
    @Override
    void close();

    /** A publisher to the broker of the settings. */
    static RawPublisher open(KafkaSettings settings) {
        return new KafkaRawPublisher(settings, Codecs.RAW_ENVELOPE);
    }
}
