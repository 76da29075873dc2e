package io.throughline.model;

import java.time.Instant;
import java.util.Objects;

/**
 * Where a record was found.
 *
 * @param origin URL, path or file, without secrets
 * @param position byte offset, sequence or page in the origin
 * @param record index of the record in its envelope, from 0
 * @param topic Kafka topic of the envelope; null before it was in one
 * @param partition Kafka partition, -1 when there is none
 * @param offset Kafka offset, -1 when there is none
 * @param sha256 hex digest of the envelope's bytes
 * @param appendedAt when the broker took the envelope into its log, by the log's own clock; null
 *     before it was in one, and in records that release 1 wrote
 * @param replayOf mark of the dead letter that the record is a replay of, see {@link
 *     io.throughline.wire.ReplayMarks}; null for what comes for the first time and for what is
 *     tagged
 */
public record Provenance(
        String origin,
        long position,
        int record,
        String topic,
        int partition,
        long offset,
        String sha256,
        Instant appendedAt,
        String replayOf) {

    public Provenance {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(sha256, "sha256");
    }

    /** A place whose log time is not known. */
    public Provenance(
            String origin,
            long position,
            int record,
            String topic,
            int partition,
            long offset,
            String sha256) {
        this(origin, position, record, topic, partition, offset, sha256, null, null);
    }

    /** A place of a record that is no replay. */
    public Provenance(
            String origin,
            long position,
            int record,
            String topic,
            int partition,
            long offset,
            String sha256,
            Instant appendedAt) {
        this(origin, position, record, topic, partition, offset, sha256, appendedAt, null);
    }

    /** The same with another mark; null for none. */
    public Provenance replayOf(String mark) {
        return new Provenance(
                origin, position, record, topic, partition, offset, sha256, appendedAt, mark);
    }
}
