package io.throughline.wire;

import io.throughline.model.Channel;
import io.throughline.model.DeadLetter;
import io.throughline.model.FailureReason;
import io.throughline.model.ProcessingStage;
import io.throughline.model.Provenance;
import io.throughline.model.Replay;
import io.throughline.wire.avro.DeadLetterRecord;
import java.nio.ByteBuffer;

/** The record index is written once: a dead letter and its provenance always share it. */
final class DeadLetterMapper implements RecordMapper<DeadLetter, DeadLetterRecord> {

    @Override
    public DeadLetterRecord toRecord(DeadLetter letter) {
        Provenance provenance = letter.provenance();
        Replay replay = letter.replay();
        return DeadLetterRecord.newBuilder()
                .setId(letter.id())
                .setReason(letter.reason().name())
                .setStage(letter.stage().id())
                .setChannel(letter.channel() == null ? null : letter.channel().id())
                .setSource(letter.source())
                .setMessage(letter.message())
                .setRecord(letter.record())
                .setFeedbackId(letter.feedbackId())
                .setObservedAt(letter.observedAt())
                .setOrigin(provenance.origin())
                .setPosition(provenance.position())
                .setTopic(provenance.topic())
                .setPartition(provenance.partition())
                .setOffset(provenance.offset())
                .setSize(letter.size())
                .setSha256(provenance.sha256())
                .setHeaders(letter.headers())
                .setPayload(ByteBuffer.wrap(letter.payload()))
                .setOccurredAtHint(letter.hint())
                .setOccurredAtSource(letter.hintSource())
                .setRecords(letter.records())
                .setReplayedAt(replay == null ? null : replay.at())
                .setReplayedBy(replay == null ? null : replay.by())
                .setReplayOutcome(replay == null ? null : replay.outcome().id())
                .build();
    }

    @Override
    public DeadLetter fromRecord(DeadLetterRecord record) {
        return new DeadLetter(
                record.getId(),
                Names.constant(FailureReason.class, record.getReason()),
                Names.constant(ProcessingStage.class, record.getStage()),
                Names.constantOrNull(Channel.class, record.getChannel()),
                record.getSource(),
                record.getMessage(),
                record.getRecord(),
                record.getFeedbackId(),
                record.getObservedAt(),
                new Provenance(
                        record.getOrigin(),
                        record.getPosition(),
                        record.getRecord(),
                        record.getTopic(),
                        record.getPartition(),
                        record.getOffset(),
                        record.getSha256()),
                record.getSize(),
                record.getHeaders(),
                Payloads.bytes(record.getPayload()),
                record.getOccurredAtHint(),
                record.getOccurredAtSource(),
                record.getRecords(),
                replay(record));
    }

    private static Replay replay(DeadLetterRecord record) {
        return record.getReplayedAt() == null
                ? null
                : new Replay(
                        record.getReplayedAt(),
                        record.getReplayedBy(),
                        Names.constant(Replay.Outcome.class, record.getReplayOutcome()));
    }
}
