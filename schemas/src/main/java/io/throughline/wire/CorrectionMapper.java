package io.throughline.wire;

import io.throughline.model.Correction;
import io.throughline.model.SentimentLabel;
import io.throughline.wire.avro.CorrectionRecord;

final class CorrectionMapper implements RecordMapper<Correction, CorrectionRecord> {

    private final TaggedFeedbackMapper tagged = new TaggedFeedbackMapper();

    @Override
    public CorrectionRecord toRecord(Correction correction) {
        return CorrectionRecord.newBuilder()
                .setLine(tagged.toRecord(correction.line()))
                .setSentiment(correction.sentiment() == null ? null : correction.sentiment().id())
                .setStages(correction.stages())
                .setBy(correction.by())
                .setAt(correction.at())
                .build();
    }

    @Override
    public Correction fromRecord(CorrectionRecord record) {
        return new Correction(
                tagged.fromRecord(record.getLine()),
                Names.constantOrNull(SentimentLabel.class, record.getSentiment()),
                record.getStages(),
                record.getBy(),
                record.getAt());
    }
}
