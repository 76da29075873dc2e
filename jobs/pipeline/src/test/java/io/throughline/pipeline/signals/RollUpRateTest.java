package io.throughline.pipeline.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.document.SignalDocument;
import io.throughline.domain.rollup.Change;
import io.throughline.domain.rollup.Segments;
import io.throughline.domain.rollup.SignalKey;
import io.throughline.domain.rollup.WindowChange;
import io.throughline.domain.rollup.WindowKey;
import io.throughline.model.SentimentLabel;
import io.throughline.model.StageSignal;
import io.throughline.model.TaggedFeedback;
import io.throughline.pipeline.Harnesses;
import io.throughline.pipeline.Samples;
import io.throughline.pipeline.types.WireKind;
import io.throughline.wire.Codecs;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a feedback costs on its way from the bytes of the topic to the bytes of all its documents,
 * with the serializers of the tasks in between, on one thread with state on the heap. Prints the
 * rate; the floor is a fifth of what one core of a small server gives.
 */
class RollUpRateTest {

    private static final int FEEDBACK = 30_000;
    private static final int A_TICK = 3_000;
    private static final int MINUTES_A_TICK = 2;
    private static final double FLOOR = 2_000;
    private static final double NANOS = 1e9;

    private final Serial<Change> changes = new Serial<>(TypeInformation.of(Change.class));
    private final Serial<WindowChange> parts = new Serial<>(TypeInformation.of(WindowChange.class));
    private long documents;
    private long bytes;

    @ParameterizedTest
    @ValueSource(ints = {2, 32})
    void aThreadRollsUpThousandsASecond(int stages) throws Exception {
        run(stages, FEEDBACK / 3);
        documents = 0;
        bytes = 0;
        double seconds = run(stages, FEEDBACK);

        double rate = FEEDBACK / seconds;
        System.out.printf(
                "%d stages: %,.0f feedback a CPU-second, %.2f documents and %,d bytes each%n",
                stages, rate, (double) documents / FEEDBACK, bytes / FEEDBACK);
        assertThat(rate).isGreaterThan(FLOOR);
    }

    private double run(int stages, int feedback) throws Exception {
        List<byte[]> topic = topic(stages, feedback);
        try (var retract =
                        Harnesses.keyed(
                                tagged -> RetractStage.append(tagged, Segments.NONE),
                                WireKind.TAGGED_FEEDBACK_TYPE,
                                Types.STRING);
                var rollUp =
                        Harnesses.keyed(
                                RollUpStage::append,
                                TypeInformation.of(Change.class),
                                TypeInformation.of(SignalKey.class));
                var windows =
                        Harnesses.keyed(
                                WindowStage::append,
                                TypeInformation.of(WindowChange.class),
                                TypeInformation.of(WindowKey.class))) {
            retract.open();
            rollUp.open();
            windows.open();
            long from = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            for (int i = 0; i < feedback; i++) {
                retract.processElement(
                        new StreamRecord<>(Codecs.TAGGED_FEEDBACK.decode(topic.get(i))));
                for (Change change : Harnesses.drain(retract)) {
                    rollUp.processElement(new StreamRecord<>(changes.pass(change)));
                }
                if (i % A_TICK == A_TICK - 1) {
                    tick(rollUp, windows);
                }
            }
            tick(rollUp, windows);
            long until = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            return (until - from) / NANOS;
        }
    }

    private void tick(
            KeyedOneInputStreamOperatorTestHarness<SignalKey, Change, StageSignal> rollUp,
            KeyedOneInputStreamOperatorTestHarness<WindowKey, WindowChange, StageSignal> windows)
            throws Exception {
        rollUp.prepareSnapshotPreBarrier(1);
        write(Harnesses.drain(rollUp));
        for (WindowChange part : Harnesses.drain(rollUp, RollUpStage.WINDOWS)) {
            windows.processElement(new StreamRecord<>(parts.pass(part)));
        }
        windows.prepareSnapshotPreBarrier(1);
        write(Harnesses.drain(windows));
    }

    private void write(List<StageSignal> signals) {
        for (StageSignal signal : signals) {
            documents++;
            bytes += SignalDocument.encode(signal).length;
        }
    }

    /** Texts of some twenty words of a vocabulary with the usual few frequent and many rare. */
    private static List<byte[]> topic(int stages, int feedback) {
        Random random = new Random(5);
        List<byte[]> topic = new ArrayList<>();
        for (int i = 0; i < feedback; i++) {
            StringBuilder text = new StringBuilder();
            for (int word = 0; word < 20; word++) {
                text.append("word").append(letters((int) Math.exp(8 * random.nextDouble())));
                text.append(word % 7 == 6 ? ", the " : " ");
            }
            TaggedFeedback tagged =
                    Samples.tagged(
                            Samples.feedback("n" + i, 1, text.toString())
                                    .language("en")
                                    .occurredAt(
                                            Samples.NOON.plusSeconds(
                                                    60L * (i / (A_TICK / MINUTES_A_TICK))))
                                    .build(),
                            random.nextInt(3) == 0
                                    ? SentimentLabel.NEGATIVE
                                    : SentimentLabel.POSITIVE,
                            "stage" + random.nextInt(stages));
            topic.add(Codecs.TAGGED_FEEDBACK.encode(tagged));
        }
        return topic;
    }

    private static String letters(int number) {
        return Integer.toString(number, 26).replaceAll("[0-9]", "q");
    }

    /** Passes a record on as between two tasks. */
    private static final class Serial<T> {

        private final TypeSerializer<T> serializer;
        private final DataOutputSerializer out = new DataOutputSerializer(1_024);

        Serial(TypeInformation<T> type) {
            serializer = type.createSerializer(new SerializerConfigImpl());
        }

        T pass(T record) throws IOException {
            out.clear();
            serializer.serialize(record, out);
            return serializer.deserialize(
                    new DataInputDeserializer(out.getSharedBuffer(), 0, out.length()));
        }
    }
}
