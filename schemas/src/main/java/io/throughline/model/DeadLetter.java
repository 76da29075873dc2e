package io.throughline.model;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * A record that could not go on: its original bytes, where it came from, and why.
 *
 * @param id hash of the source and the record's own content, or of source, sha256 and record index
 *     where the record is not known by itself; a replay keeps it
 * @param channel null when it could not be told
 * @param message what is wrong and where, without the customer's words
 * @param record index of the record in its envelope, from 0
 * @param feedbackId id of the feedback when the record got that far; else null
 * @param provenance where the envelope was found
 * @param size bytes of the envelope's payload before any cut
 * @param headers of the envelope
 * @param payload the envelope's bytes; empty where only the fate of a replay is told
 * @param hint time of the event as the envelope had it; null without one
 * @param hintSource where the hint is from; null without one
 * @param records found in the envelope; -1 when nobody counted them
 * @param replay what became of its last replay; null when there was none
 */
public record DeadLetter(
        String id,
        FailureReason reason,
        ProcessingStage stage,
        Channel channel,
        String source,
        String message,
        int record,
        String feedbackId,
        Instant observedAt,
        Provenance provenance,
        long size,
        Map<String, String> headers,
        byte[] payload,
        Instant hint,
        String hintSource,
        int records,
        Replay replay) {

    public DeadLetter {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(observedAt, "observedAt");
        Objects.requireNonNull(provenance, "provenance");
        Objects.requireNonNull(payload, "payload");
        headers = Map.copyOf(headers);
    }

    /**
     * The dead letter of one record of an envelope that was found at a place in Kafka or a file.
     */
    public static DeadLetter of(
            RawEnvelope envelope,
            Provenance provenance,
            FailureReason reason,
            ProcessingStage stage,
            Channel channel,
            String feedbackId,
            String message) {
        String sha256 = provenance.sha256();
        return new DeadLetter(
                Hashes.sha256(envelope.source() + "\n" + sha256 + "\n" + provenance.record()),
                reason,
                stage,
                channel,
                envelope.source(),
                message,
                provenance.record(),
                feedbackId,
                envelope.observedAt(),
                provenance,
                envelope.truncated() ? envelope.originalSize() : envelope.payload().length,
                envelope.headers(),
                envelope.payload(),
                envelope.occurredAtHint(),
                envelope.occurredAtSource(),
                -1,
                null);
    }

    /**
     * The letter of the record itself: the same one whichever page brings the record next.
     *
     * @param content hash of it
     * @param before records with the same content that the envelope has before it
     */
    public DeadLetter ofContent(String content, int before) {
        return as(Hashes.sha256(source + "\nrecord\n" + content + "\n" + before));
    }

    /** The same under the id of the letter that it is again. */
    public DeadLetter as(String other) {
        return copy(other, feedbackId, headers, payload, records, replay);
    }

    /** The same, of an envelope in which that many records were found. */
    public DeadLetter ofRecords(int found) {
        return copy(id, feedbackId, headers, payload, found, replay);
    }

    /** The same after a replay. */
    public DeadLetter with(Replay next) {
        return copy(id, feedbackId, headers, payload, records, next);
    }

    /** The same about a feedback. */
    public DeadLetter about(String feedback) {
        return copy(id, feedback, headers, payload, records, replay);
    }

    /** The same without what may be somebody's words. */
    public DeadLetter bare() {
        return copy(id, feedbackId, Map.of(), new byte[0], records, replay);
    }

    /** The envelope as it came. */
    public RawEnvelope envelope() {
        return new RawEnvelope(
                source,
                observedAt,
                hint,
                hintSource,
                provenance.origin(),
                provenance.position(),
                headers,
                size > payload.length ? size : -1,
                payload);
    }

    private DeadLetter copy(
            String otherId,
            String feedback,
            Map<String, String> otherHeaders,
            byte[] bytes,
            int found,
            Replay otherReplay) {
        return new DeadLetter(
                otherId,
                reason,
                stage,
                channel,
                source,
                message,
                record,
                feedback,
                observedAt,
                provenance,
                size,
                otherHeaders,
                bytes,
                hint,
                hintSource,
                found,
                otherReplay);
    }

    /** Ids, reason and sizes only: the payload is somebody's words. */
    @Override
    public String toString() {
        return "DeadLetter[" + id + " " + reason + " " + source + ", " + size + " bytes]";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DeadLetter that && id.equals(that.id) && reason == that.reason;
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
