package io.throughline.wire;

import io.throughline.model.Author;
import io.throughline.model.Channel;
import io.throughline.model.Feedback;
import io.throughline.model.Operation;
import io.throughline.model.Provenance;
import io.throughline.model.Rating;
import io.throughline.model.Role;
import io.throughline.wire.avro.AuthorRecord;
import io.throughline.wire.avro.FeedbackRecord;
import io.throughline.wire.avro.ProvenanceRecord;
import io.throughline.wire.avro.RatingRecord;

final class FeedbackMapper implements RecordMapper<Feedback, FeedbackRecord> {

    @Override
    public FeedbackRecord toRecord(Feedback feedback) {
        return FeedbackRecord.newBuilder()
                .setId(feedback.id())
                .setChannel(feedback.channel().id())
                .setSource(feedback.source())
                .setNaturalId(feedback.naturalId())
                .setRevision(feedback.revision())
                .setOperation(feedback.operation().id())
                .setTouchpoint(feedback.touchpoint())
                .setOccurredAt(feedback.occurredAt())
                .setObservedAt(feedback.observedAt())
                .setAuthor(record(feedback.author()))
                .setConversation(ConversationMapper.toRecord(feedback.conversation()))
                .setText(feedback.text())
                .setRating(record(feedback.rating()))
                .setLanguage(feedback.language())
                .setLocale(feedback.locale())
                .setUrl(feedback.url())
                .setExtras(feedback.extras())
                .setProvenance(record(feedback.provenance()))
                .build();
    }

    @Override
    public Feedback fromRecord(FeedbackRecord record) {
        return new Feedback(
                record.getId(),
                Names.constant(Channel.class, record.getChannel()),
                record.getSource(),
                record.getNaturalId(),
                record.getRevision(),
                Names.constant(Operation.class, record.getOperation()),
                record.getTouchpoint(),
                record.getOccurredAt(),
                record.getObservedAt(),
                author(record.getAuthor()),
                ConversationMapper.fromRecord(record.getConversation()),
                record.getText(),
                rating(record.getRating()),
                record.getLanguage(),
                record.getLocale(),
                record.getUrl(),
                record.getExtras(),
                provenance(record.getProvenance()));
    }

    private static AuthorRecord record(Author author) {
        return author == null ? null : new AuthorRecord(author.key(), author.role().id());
    }

    private static Author author(AuthorRecord record) {
        return record == null
                ? null
                : new Author(record.getKey(), Names.constant(Role.class, record.getRole()));
    }

    static RatingRecord record(Rating rating) {
        return rating == null ? null : new RatingRecord(rating.value(), rating.min(), rating.max());
    }

    static Rating rating(RatingRecord record) {
        return record == null
                ? null
                : new Rating(record.getValue(), record.getMin(), record.getMax());
    }

    private static ProvenanceRecord record(Provenance provenance) {
        return provenance == null
                ? null
                : new ProvenanceRecord(
                        provenance.origin(),
                        provenance.position(),
                        provenance.record(),
                        provenance.topic(),
                        provenance.partition(),
                        provenance.offset(),
                        provenance.sha256(),
                        provenance.appendedAt(),
                        provenance.replayOf());
    }

    private static Provenance provenance(ProvenanceRecord record) {
        return record == null
                ? null
                : new Provenance(
                        record.getOrigin(),
                        record.getPosition(),
                        record.getRecord(),
                        record.getTopic(),
                        record.getPartition(),
                        record.getOffset(),
                        record.getSha256(),
                        record.getAppendedAt(),
                        record.getReplayOf());
    }
}
