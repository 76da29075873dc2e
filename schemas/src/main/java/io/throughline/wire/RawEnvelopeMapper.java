package io.throughline.wire;

import io.throughline.model.RawEnvelope;
import io.throughline.wire.avro.RawEnvelopeRecord;
import java.nio.ByteBuffer;

final class RawEnvelopeMapper implements RecordMapper<RawEnvelope, RawEnvelopeRecord> {

    @Override
    public RawEnvelopeRecord toRecord(RawEnvelope envelope) {
        return RawEnvelopeRecord.newBuilder()
                .setSource(envelope.source())
                .setObservedAt(envelope.observedAt())
                .setOccurredAtHint(envelope.occurredAtHint())
                .setOccurredAtSource(envelope.occurredAtSource())
                .setOrigin(envelope.origin())
                .setPosition(envelope.position())
                .setHeaders(envelope.headers())
                .setOriginalSize(envelope.originalSize())
                .setPayload(ByteBuffer.wrap(envelope.payload()))
                .build();
    }

    @Override
    public RawEnvelope fromRecord(RawEnvelopeRecord record) {
        return new RawEnvelope(
                record.getSource(),
                record.getObservedAt(),
                record.getOccurredAtHint(),
                record.getOccurredAtSource(),
                record.getOrigin(),
                record.getPosition(),
                record.getHeaders(),
                record.getOriginalSize(),
                Payloads.bytes(record.getPayload()));
    }
}
