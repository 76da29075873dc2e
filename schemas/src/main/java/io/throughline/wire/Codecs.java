package io.throughline.wire;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertCommand;
import io.throughline.alert.DataFault;
import io.throughline.alert.StageStatus;
import io.throughline.model.ChannelHealth;
import io.throughline.model.Correction;
import io.throughline.model.DeadLetter;
import io.throughline.model.Feedback;
import io.throughline.model.ModelVersion;
import io.throughline.model.RawEnvelope;
import io.throughline.model.StageSignal;
import io.throughline.model.TaggedFeedback;
import io.throughline.model.Tally;
import io.throughline.model.TaughtText;
import io.throughline.wire.avro.AlertCommandRecord;
import io.throughline.wire.avro.AlertRecord;
import io.throughline.wire.avro.ChannelHealthRecord;
import io.throughline.wire.avro.CorrectionRecord;
import io.throughline.wire.avro.DataFaultRecord;
import io.throughline.wire.avro.DeadLetterRecord;
import io.throughline.wire.avro.FeedbackRecord;
import io.throughline.wire.avro.ModelVersionRecord;
import io.throughline.wire.avro.RawEnvelopeRecord;
import io.throughline.wire.avro.StageSignalRecord;
import io.throughline.wire.avro.StageStatusRecord;
import io.throughline.wire.avro.TaggedFeedbackRecord;
import io.throughline.wire.avro.TallyRecord;
import io.throughline.wire.avro.TaughtTextRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * The codec of every record that goes through a topic. Times are cut to whole microseconds; a lone
 * surrogate, which no UTF-8 can hold, becomes a question mark.
 */
public final class Codecs {

    /** Of {@code feedback.raw}. */
    public static final Codec<RawEnvelope> RAW_ENVELOPE =
            codec(RawEnvelopeRecord.class, new RawEnvelopeMapper());

    /** Of a feedback between parsing and tagging. */
    public static final Codec<Feedback> FEEDBACK =
            codec(FeedbackRecord.class, new FeedbackMapper());

    /** Of {@code feedback.tagged}. */
    public static final Codec<TaggedFeedback> TAGGED_FEEDBACK =
            codec(TaggedFeedbackRecord.class, new TaggedFeedbackMapper());

    /** Of a stage's roll-up. */
    public static final Codec<StageSignal> STAGE_SIGNAL =
            codec(StageSignalRecord.class, new StageSignalMapper());

    /** Of {@code feedback.alerts}. */
    public static final Codec<Alert> ALERT = codec(AlertRecord.class, new AlertMapper());

    /** Of {@code feedback.alert-commands}. */
    public static final Codec<AlertCommand> ALERT_COMMAND =
            codec(AlertCommandRecord.class, new AlertCommandMapper());

    /** Of faults between the watch over the data and the watches over the stages. */
    public static final Codec<DataFault> DATA_FAULT =
            codec(DataFaultRecord.class, new DataFaultMapper());

    /** Of how far the watch over a stage is. */
    public static final Codec<StageStatus> STAGE_STATUS =
            codec(StageStatusRecord.class, new StageStatusMapper());

    /** Of {@code feedback.dead-letter}. */
    public static final Codec<DeadLetter> DEAD_LETTER =
            codec(DeadLetterRecord.class, new DeadLetterMapper());

    /** Of the counts of a channel. */
    public static final Codec<Tally> TALLY = codec(TallyRecord.class, new TallyMapper());

    /** Of {@code feedback.corrections}. */
    public static final Codec<Correction> CORRECTION =
            codec(CorrectionRecord.class, new CorrectionMapper());

    /** Of {@code feedback.models}. */
    public static final Codec<ModelVersion> MODEL_VERSION =
            codec(ModelVersionRecord.class, new ModelVersionMapper());

    /** Of the lessons between tagging and learning. */
    public static final Codec<TaughtText> TAUGHT_TEXT =
            codec(TaughtTextRecord.class, new TaughtTextMapper());

    /** Of {@code feedback.channel-health}. */
    public static final Codec<ChannelHealth> CHANNEL_HEALTH =
            codec(ChannelHealthRecord.class, new ChannelHealthMapper());

    private Codecs() {}

    private static <T, R extends SpecificRecord> Codec<T> codec(
            Class<R> type, RecordMapper<T, R> mapper) {
        String name = SpecificData.get().getSchema(type).getFullName();
        return new RecordCodec<>(type, ReleasedSchemas.of(name), mapper);
    }
}
