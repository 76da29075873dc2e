package io.throughline.pipeline.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.domain.rollup.Change;
import io.throughline.domain.rollup.Contributions;
import io.throughline.domain.rollup.SignalFacts;
import io.throughline.model.Channel;
import io.throughline.model.ChannelHealth;
import io.throughline.model.Correction;
import io.throughline.model.DeadLetter;
import io.throughline.model.FailureReason;
import io.throughline.model.HealthState;
import io.throughline.model.ProcessingStage;
import io.throughline.model.SentimentLabel;
import io.throughline.model.StageSignal;
import io.throughline.model.TaggedFeedback;
import io.throughline.model.Tally;
import io.throughline.model.TaughtText;
import io.throughline.pipeline.Samples;
import io.throughline.pipeline.detect.AlertSamples;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WireSerializerTest {

    @ParameterizedTest
    @EnumSource
    void recordsComeBackAsTheyWere(WireKind kind) throws IOException {
        TypeSerializer<Object> serializer = new WireSerializer<>(kind);
        Object record = sample(kind);
        Object back = serializer.deserialize(new DataInputDeserializer(bytes(serializer, record)));
        assertThat(back).usingRecursiveComparison().isEqualTo(record);
    }

    @ParameterizedTest
    @EnumSource
    void copiesBytesOfOneRecordAndNoMore(WireKind kind) throws IOException {
        TypeSerializer<Object> serializer = new WireSerializer<>(kind);
        byte[] one = bytes(serializer, sample(kind));
        DataOutputSerializer two = new DataOutputSerializer(64);
        two.write(one);
        two.write(one);
        DataInputDeserializer source = new DataInputDeserializer(two.getCopyOfBuffer());
        DataOutputSerializer copy = new DataOutputSerializer(64);

        serializer.copy(source, copy);

        assertThat(copy.getCopyOfBuffer()).isEqualTo(one);
        assertThat(source.available()).isEqualTo(one.length);
    }

    @ParameterizedTest
    @EnumSource
    void snapshotsRestoreTheSerializer(WireKind kind) throws IOException {
        TypeSerializer<Object> serializer = new WireSerializer<>(kind);
        TypeSerializerSnapshot<Object> restored = restored(serializer.snapshotConfiguration());

        assertThat(restored.restoreSerializer()).isEqualTo(serializer);
        TypeSerializerSchemaCompatibility<Object> verdict =
                serializer.snapshotConfiguration().resolveSchemaCompatibility(restored);
        assertThat(verdict.isCompatibleAsIs()).isTrue();
    }

    @Test
    void stateOfAnotherKindIsRefused() throws IOException {
        var tally = new WireSerializer<>(WireKind.TALLY).snapshotConfiguration();
        var feedback = new WireSerializer<>(WireKind.FEEDBACK).snapshotConfiguration();
        assertThat(tally.resolveSchemaCompatibility(restored(feedback)).isIncompatible()).isTrue();
    }

    @Test
    void damagedBytesFailWithKindAndSizeButNotTheText() throws IOException {
        TypeSerializer<Object> serializer = new WireSerializer<>(WireKind.FEEDBACK);
        byte[] bytes = bytes(serializer, sample(WireKind.FEEDBACK));
        bytes[4] ^= 1;
        assertThatThrownBy(() -> serializer.deserialize(new DataInputDeserializer(bytes)))
                .isInstanceOf(IOException.class)
                .hasMessage("FEEDBACK of " + (bytes.length - 4) + " bytes cannot be read");
    }

    private static <T> TypeSerializerSnapshot<T> restored(TypeSerializerSnapshot<T> snapshot)
            throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        TypeSerializerSnapshot.writeVersionedSnapshot(out, snapshot);
        return TypeSerializerSnapshot.readVersionedSnapshot(
                new DataInputDeserializer(out.getCopyOfBuffer()),
                WireSerializerTest.class.getClassLoader());
    }

    private static byte[] bytes(TypeSerializer<Object> serializer, Object record)
            throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        serializer.serialize(record, out);
        return out.getCopyOfBuffer();
    }

    private static Object sample(WireKind kind) {
        TaggedFeedback tagged =
                Samples.tagged(
                        Samples.feedback("1", 2, "späte 🚚 delivery").build(),
                        SentimentLabel.NEGATIVE,
                        "delivery");
        return switch (kind) {
            case RAW_ENVELOPE -> Samples.envelope("{}");
            case FEEDBACK -> tagged.feedback();
            case TAGGED_FEEDBACK -> tagged;
            case STAGE_SIGNAL -> signal(tagged);
            case DEAD_LETTER ->
                    DeadLetter.of(
                            Samples.envelope("{"),
                            Samples.PROVENANCE,
                            FailureReason.MALFORMED,
                            ProcessingStage.PARSE,
                            Channel.EMAIL,
                            null,
                            "no JSON");
            case TALLY -> new Tally("email", 7, 1, 1, 2, 1, 1, 1);
            case CORRECTION ->
                    new Correction(
                            tagged, SentimentLabel.NEUTRAL, List.of("order"), "desk", Samples.NOON);
            case MODEL_VERSION -> Samples.version(2, Samples.NOON, "bad", "late");
            case TAUGHT_TEXT ->
                    new TaughtText(
                            "email:lines:1",
                            Samples.NOON,
                            List.of("späte 🚚 delivery"),
                            "en",
                            null,
                            Channel.EMAIL,
                            List.of(1.0, 0.0, 0.0),
                            Map.of("delivery", 1.0),
                            "shop@3",
                            "person");
            case CHANNEL_HEALTH ->
                    new ChannelHealth(
                            "lines",
                            "email",
                            HealthState.SILENT,
                            "nothing for 900 s, expected every 600 s",
                            Samples.NOON,
                            Samples.NOON,
                            Samples.NOON,
                            null,
                            0,
                            0,
                            0,
                            Duration.ZERO);
            case ALERT -> AlertSamples.alert();
            case STAGE_STATUS -> AlertSamples.status();
        };
    }

    private static StageSignal signal(TaggedFeedback tagged) {
        SignalFacts facts = new SignalFacts();
        var contribution = Contributions.of(tagged).get(0);
        Stream.of(Change.ADD, Change.ADD, Change.RETRACT)
                .forEach(sign -> facts.apply(new Change(contribution, sign)));
        return facts.toSignal(contribution.key());
    }
}
