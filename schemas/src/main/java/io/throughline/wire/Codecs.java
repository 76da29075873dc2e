package io.throughline.wire;

import io.throughline.model.Alert;
import io.throughline.model.DeadLetter;
import io.throughline.model.Feedback;
import io.throughline.model.RawEnvelope;
import io.throughline.model.StageSignal;
import io.throughline.model.TaggedFeedback;
import io.throughline.model.Tally;
import io.throughline.wire.avro.AlertRecord;
import io.throughline.wire.avro.DeadLetterRecord;
import io.throughline.wire.avro.FeedbackRecord;
import io.throughline.wire.avro.RawEnvelopeRecord;
import io.throughline.wire.avro.StageSignalRecord;
import io.throughline.wire.avro.TaggedFeedbackRecord;
import io.throughline.wire.avro.TallyRecord;
import org.apache.avro.Schema;
import org.apache.avro.message.SchemaStore;

/**
 * The codec of every record that goes through a topic. Times are cut to whole microseconds; a lone
 * surrogate, which no UTF-8 can hold, becomes a question mark.
 */
public final class Codecs {

    /** Of {@code feedback.raw}. */
    public static final Codec<RawEnvelope> RAW_ENVELOPE =
            new RecordCodec<>(
                    RawEnvelopeRecord.getEncoder(),
                    RawEnvelopeRecord.createDecoder(released(RawEnvelopeRecord.getClassSchema())),
                    new RawEnvelopeMapper());

    /** Of a feedback between parsing and tagging. */
    public static final Codec<Feedback> FEEDBACK =
            new RecordCodec<>(
                    FeedbackRecord.getEncoder(),
                    FeedbackRecord.createDecoder(released(FeedbackRecord.getClassSchema())),
                    new FeedbackMapper());

    /** Of {@code feedback.tagged}. */
    public static final Codec<TaggedFeedback> TAGGED_FEEDBACK =
            new RecordCodec<>(
                    TaggedFeedbackRecord.getEncoder(),
                    TaggedFeedbackRecord.createDecoder(
                            released(TaggedFeedbackRecord.getClassSchema())),
                    new TaggedFeedbackMapper());

    /** Of a stage's roll-up. */
    public static final Codec<StageSignal> STAGE_SIGNAL =
            new RecordCodec<>(
                    StageSignalRecord.getEncoder(),
                    StageSignalRecord.createDecoder(released(StageSignalRecord.getClassSchema())),
                    new StageSignalMapper());

    /** Of {@code feedback.alerts}. */
    public static final Codec<Alert> ALERT =
            new RecordCodec<>(
                    AlertRecord.getEncoder(),
                    AlertRecord.createDecoder(released(AlertRecord.getClassSchema())),
                    new AlertMapper());

    /** Of {@code feedback.dead-letter}. */
    public static final Codec<DeadLetter> DEAD_LETTER =
            new RecordCodec<>(
                    DeadLetterRecord.getEncoder(),
                    DeadLetterRecord.createDecoder(released(DeadLetterRecord.getClassSchema())),
                    new DeadLetterMapper());

    /** Of the counts of a channel. */
    public static final Codec<Tally> TALLY =
            new RecordCodec<>(
                    TallyRecord.getEncoder(),
                    TallyRecord.createDecoder(released(TallyRecord.getClassSchema())),
                    new TallyMapper());

    private Codecs() {}

    private static SchemaStore released(Schema newest) {
        return ReleasedSchemas.storeOf(newest.getFullName());
    }
}
