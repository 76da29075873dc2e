package io.throughline.pipeline.io;

import io.throughline.elasticsearch.bulk.DocumentWrite;
import io.throughline.elasticsearch.bulk.RejectedDocumentHandler;
import io.throughline.kafka.KafkaSettings;
import io.throughline.kafka.Topics;
import io.throughline.model.DeadLetter;
import io.throughline.model.FailureReason;
import io.throughline.model.Hashes;
import io.throughline.model.ProcessingStage;
import io.throughline.model.Provenance;
import io.throughline.model.RawEnvelope;
import io.throughline.wire.Codecs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes documents that Elasticsearch refuses to {@code feedback.dead-letter}. Not in the job's
 * transaction: a rejection comes back after the record has left the job, so it is written at least
 * once, under an id that is the same every time.
 */
public final class RejectedToTopic implements RejectedDocumentHandler.Factory {

    private static final long serialVersionUID = 1L;

    private final KafkaSettings kafka;

    public RejectedToTopic(KafkaSettings kafka) {
        this.kafka = kafka;
    }

    @Override
    public RejectedDocumentHandler open(WriterInitContext context) {
        return new Handler(
                new KafkaProducer<>(
                        kafka.producerProperties(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer()),
                new DeadLetterCounts(context.metricGroup()));
    }

    private static final class Handler implements RejectedDocumentHandler {

        private final KafkaProducer<byte[], byte[]> producer;
        private final DeadLetterCounts counts;
        private volatile Exception failure;

        Handler(KafkaProducer<byte[], byte[]> producer, DeadLetterCounts counts) {
            this.producer = producer;
            this.counts = counts;
        }

        @Override
        public void reject(DocumentWrite write, int status, String type, String reason)
                throws IOException {
            DeadLetter letter = deadLetter(write, status, type, reason);
            counts.add(letter.source(), letter.reason());
            try {
                producer.send(
                        new ProducerRecord<>(
                                Topics.DEAD_LETTER,
                                letter.source().getBytes(StandardCharsets.UTF_8),
                                Codecs.DEAD_LETTER.encode(letter)),
                        (metadata, problem) -> failure = problem == null ? failure : problem);
            } catch (KafkaException e) {
                throw new IOException("the dead letter " + letter + " cannot be written", e);
            }
        }

        @Override
        public void flush() throws IOException {
            producer.flush();
            if (failure != null) {
                throw new IOException("dead letters of rejected documents are lost", failure);
            }
        }

        @Override
        public void close() {
            producer.close();
        }

        private static DeadLetter deadLetter(
                DocumentWrite write, int status, String type, String reason) {
            String sha256 = Hashes.sha256(write.document());
            RawEnvelope document =
                    new RawEnvelope(
                            write.source() == null ? "unknown" : write.source(),
                            Instant.now(),
                            null,
                            null,
                            "elasticsearch:" + write.index() + "/" + write.id(),
                            write.version(),
                            Map.of("form", "document"),
                            -1,
                            write.document());
            return DeadLetter.of(
                    document,
                    new Provenance(document.origin(), document.position(), 0, null, -1, -1, sha256),
                    FailureReason.INDEX_REJECTED,
                    ProcessingStage.INDEX,
                    write.channel(),
                    write.feedbackId(),
                    status + " " + type + ": " + reason);
        }
    }
}
