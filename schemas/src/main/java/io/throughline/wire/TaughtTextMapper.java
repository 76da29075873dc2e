package io.throughline.wire;

import io.throughline.model.Channel;
import io.throughline.model.TaughtText;
import io.throughline.wire.avro.TaughtTextRecord;

final class TaughtTextMapper implements RecordMapper<TaughtText, TaughtTextRecord> {

    @Override
    public TaughtTextRecord toRecord(TaughtText text) {
        return TaughtTextRecord.newBuilder()
                .setId(text.id())
                .setOccurredAt(text.occurredAt())
                .setTurns(text.turns())
                .setLanguage(text.language())
                .setRating(FeedbackMapper.record(text.rating()))
                .setChannel(text.channel() == null ? null : text.channel().id())
                .setSentiment(text.sentiment())
                .setStages(text.stages())
                .setStagesOf(text.stagesOf())
                .setTutor(text.tutor())
                .build();
    }

    @Override
    public TaughtText fromRecord(TaughtTextRecord record) {
        return new TaughtText(
                record.getId(),
                record.getOccurredAt(),
                record.getTurns(),
                record.getLanguage(),
                FeedbackMapper.rating(record.getRating()),
                Names.constantOrNull(Channel.class, record.getChannel()),
                record.getSentiment(),
                record.getStages(),
                record.getStagesOf(),
                record.getTutor());
    }
}
