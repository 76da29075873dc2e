package io.throughline.pipeline.types;

import io.throughline.alert.Alert;
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
import io.throughline.wire.Codec;
import io.throughline.wire.Codecs;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * The records that travel between operators and lie in state, each in its wire format. The wire
 * format reads every released version, so state of an older release is read the same way as an
 * older record in a topic. Names are written into savepoints: never rename one.
 */
public enum WireKind {
    RAW_ENVELOPE(RawEnvelope.class, Codecs.RAW_ENVELOPE),
    FEEDBACK(Feedback.class, Codecs.FEEDBACK),
    TAGGED_FEEDBACK(TaggedFeedback.class, Codecs.TAGGED_FEEDBACK),
    STAGE_SIGNAL(StageSignal.class, Codecs.STAGE_SIGNAL),
    DEAD_LETTER(DeadLetter.class, Codecs.DEAD_LETTER),
    TALLY(Tally.class, Codecs.TALLY),
    CORRECTION(Correction.class, Codecs.CORRECTION),
    MODEL_VERSION(ModelVersion.class, Codecs.MODEL_VERSION),
    TAUGHT_TEXT(TaughtText.class, Codecs.TAUGHT_TEXT),
    CHANNEL_HEALTH(ChannelHealth.class, Codecs.CHANNEL_HEALTH),
    ALERT(Alert.class, Codecs.ALERT),
    STAGE_STATUS(StageStatus.class, Codecs.STAGE_STATUS);

    /** Type of {@link RawEnvelope}. */
    public static final TypeInformation<RawEnvelope> RAW_ENVELOPE_TYPE =
            new WireType<>(RAW_ENVELOPE);

    /** Type of {@link Feedback}. */
    public static final TypeInformation<Feedback> FEEDBACK_TYPE = new WireType<>(FEEDBACK);

    /** Type of {@link TaggedFeedback}. */
    public static final TypeInformation<TaggedFeedback> TAGGED_FEEDBACK_TYPE =
            new WireType<>(TAGGED_FEEDBACK);

    /** Type of {@link StageSignal}. */
    public static final TypeInformation<StageSignal> STAGE_SIGNAL_TYPE =
            new WireType<>(STAGE_SIGNAL);

    /** Type of {@link DeadLetter}. */
    public static final TypeInformation<DeadLetter> DEAD_LETTER_TYPE = new WireType<>(DEAD_LETTER);

    /** Type of {@link Tally}. */
    public static final TypeInformation<Tally> TALLY_TYPE = new WireType<>(TALLY);

    /** Type of {@link Correction}. */
    public static final TypeInformation<Correction> CORRECTION_TYPE = new WireType<>(CORRECTION);

    /** Type of {@link ModelVersion}. */
    public static final TypeInformation<ModelVersion> MODEL_VERSION_TYPE =
            new WireType<>(MODEL_VERSION);

    /** Type of {@link TaughtText}. */
    public static final TypeInformation<TaughtText> TAUGHT_TEXT_TYPE = new WireType<>(TAUGHT_TEXT);

    /** Type of {@link ChannelHealth}. */
    public static final TypeInformation<ChannelHealth> CHANNEL_HEALTH_TYPE =
            new WireType<>(CHANNEL_HEALTH);

    /** Type of {@link Alert}. */
    public static final TypeInformation<Alert> ALERT_TYPE = new WireType<>(ALERT);

    /** Type of {@link StageStatus}. */
    public static final TypeInformation<StageStatus> STAGE_STATUS_TYPE =
            new WireType<>(STAGE_STATUS);

    private final Class<?> recordClass;
    private final transient Codec<?> codec;

    <T> WireKind(Class<T> recordClass, Codec<T> codec) {
        this.recordClass = recordClass;
        this.codec = codec;
    }

    @SuppressWarnings("unchecked") // the constructor ties both to one T
    <T> Class<T> recordClass() {
        return (Class<T>) recordClass;
    }

    @SuppressWarnings("unchecked") // the constructor ties both to one T
    <T> Codec<T> codec() {
        return (Codec<T>) codec;
    }
}
