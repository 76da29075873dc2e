package io.throughline.wire;

import io.throughline.model.Abstention;
import io.throughline.model.Basis;
import io.throughline.model.Sentiment;
import io.throughline.model.SentimentLabel;
import io.throughline.model.StageTag;
import io.throughline.model.StageTags;
import io.throughline.model.TaggedFeedback;
import io.throughline.wire.avro.SentimentRecord;
import io.throughline.wire.avro.StageTagRecord;
import io.throughline.wire.avro.TaggedFeedbackRecord;

/** The stage tags lie flat in the record; a record without a stage engine has none. */
final class TaggedFeedbackMapper implements RecordMapper<TaggedFeedback, TaggedFeedbackRecord> {

    private final FeedbackMapper feedback = new FeedbackMapper();

    @Override
    public TaggedFeedbackRecord toRecord(TaggedFeedback tagged) {
        TaggedFeedbackRecord.Builder builder =
                TaggedFeedbackRecord.newBuilder()
                        .setFeedback(feedback.toRecord(tagged.feedback()))
                        .setFirstOccurredAt(tagged.firstOccurredAt())
                        .setSentiment(record(tagged.sentiment()))
                        .setGeneration(tagged.generation())
                        .setRedactions(tagged.redactions());
        StageTags stages = tagged.stages();
        if (stages != null) {
            builder.setStages(stages.stages().stream().map(TaggedFeedbackMapper::record).toList())
                    .setStageAbstention(id(stages.abstention()))
                    .setStageEngine(stages.engine())
                    .setJourney(stages.journey())
                    .setJourneyVersion(stages.journeyVersion());
        }
        return builder.build();
    }

    @Override
    public TaggedFeedback fromRecord(TaggedFeedbackRecord record) {
        return new TaggedFeedback(
                feedback.fromRecord(record.getFeedback()),
                record.getFirstOccurredAt(),
                sentiment(record.getSentiment()),
                record.getStageEngine() == null ? null : stages(record),
                record.getGeneration(),
                record.getRedactions());
    }

    private static SentimentRecord record(Sentiment sentiment) {
        if (sentiment == null) {
            return null;
        }
        return new SentimentRecord(
                sentiment.label() == null ? null : sentiment.label().id(),
                sentiment.score(),
                sentiment.confidence(),
                id(sentiment.abstention()),
                sentiment.engine(),
                sentiment.model(),
                sentiment.basis() == null ? null : sentiment.basis().id());
    }

    private static Sentiment sentiment(SentimentRecord record) {
        if (record == null) {
            return null;
        }
        return new Sentiment(
                Names.constantOrNull(SentimentLabel.class, record.getLabel()),
                record.getScore(),
                record.getConfidence(),
                Names.constantOrNull(Abstention.class, record.getAbstention()),
                record.getEngine(),
                record.getModel(),
                Names.constantOrNull(Basis.class, record.getBasis()));
    }

    private static StageTagRecord record(StageTag tag) {
        return new StageTagRecord(tag.id(), tag.weight(), tag.confidence());
    }

    private static StageTags stages(TaggedFeedbackRecord record) {
        return new StageTags(
                record.getStages().stream()
                        .map(tag -> new StageTag(tag.getId(), tag.getWeight(), tag.getConfidence()))
                        .toList(),
                Names.constantOrNull(Abstention.class, record.getStageAbstention()),
                record.getStageEngine(),
                record.getJourney(),
                record.getJourneyVersion());
    }

    private static String id(Abstention abstention) {
        return abstention == null ? null : abstention.id();
    }
}
