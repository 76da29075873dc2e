package io.throughline.pipeline.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.alert.AlertCommand;
import io.throughline.alert.DataFault;
import io.throughline.domain.rollup.Change;
import io.throughline.domain.rollup.Contributions;
import io.throughline.model.Sentiment;
import io.throughline.model.TaggedFeedback;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** The host of the watch over the data by itself. */
class DataWatchOperatorTest {

    private static final List<TaggedFeedback> SCRIPT = Script.inOrder();
    private static final Instant OTHER_MODEL = Script.DROP;

    private OperatorSubtaskState last;

    @Test
    void aFaultComesBeforeTheWatermarkThatFoundIt() throws Exception {
        List<Object> out = new ArrayList<>();
        try (var host = begin(null)) {
            feed(host, SCRIPT, out);
        }

        int fault = indexOfFault(out, DataFault.Kind.MODEL_CHANGE);
        assertThat(fault).isPositive();
        Watermark before = lastWatermark(out.subList(0, fault));
        Watermark after =
                (Watermark)
                        out.subList(fault, out.size()).stream()
                                .filter(Watermark.class::isInstance)
                                .findFirst()
                                .orElseThrow();
        assertThat(after.getTimestamp()).isGreaterThan(before.getTimestamp());
    }

    @Test
    void restoredInTheMiddleItTellsTheSameFaults() throws Exception {
        List<Object> through = new ArrayList<>();
        try (var host = begin(null)) {
            feed(host, SCRIPT, through);
        }
        List<Object> restored = new ArrayList<>();
        for (int from = 0; from < SCRIPT.size(); ) {
            int to = Math.min(SCRIPT.size(), from + 1_111);
            OperatorSubtaskState state = state(restored, from, to);
            assertThat(state).isNotNull();
            from = to;
        }

        assertThat(faults(restored)).isNotEmpty().isEqualTo(faults(through));
    }

    private OperatorSubtaskState state(List<Object> out, int from, int to) throws Exception {
        try (var host = begin(last)) {
            feed(host, SCRIPT.subList(from, to), out);
            last = host.snapshot(to, to);
            return last;
        }
    }

    @Test
    void passesCommandsOn() throws Exception {
        AlertCommand silence =
                AlertCommand.silence(
                        Map.of("stage", "delivery"), Script.END, "desk", null, Script.BEGIN);
        try (var host = begin(null)) {
            host.processElement2(new StreamRecord<>(Word.of(silence)));

            assertThat(host.extractOutputValues())
                    .singleElement()
                    .satisfies(word -> assertThat(word.command()).isEqualTo(silence));
        }
    }

    private static void feed(
            TwoInputStreamOperatorTestHarness<Change, Word, Word> host,
            List<TaggedFeedback> script,
            List<Object> out)
            throws Exception {
        for (TaggedFeedback tagged : script) {
            TaggedFeedback judged =
                    tagged.feedback().occurredAt().isBefore(OTHER_MODEL) ? tagged : byOther(tagged);
            for (var contribution : Contributions.of(judged)) {
                host.processElement1(new StreamRecord<>(new Change(contribution, Change.ADD)));
            }
            Watermark mark =
                    new Watermark(
                            Minutes.before(
                                    tagged.feedback()
                                            .occurredAt()
                                            .minus(Duration.ofMinutes(5))
                                            .toEpochMilli()));
            host.processWatermark1(mark);
            host.processWatermark2(mark);
        }
        out.addAll(host.getOutput());
    }

    private static TaggedFeedback byOther(TaggedFeedback tagged) {
        var sentiment = tagged.sentiment();
        return new TaggedFeedback(
                tagged.feedback(),
                tagged.firstOccurredAt(),
                new Sentiment(
                        sentiment.label(),
                        sentiment.score(),
                        sentiment.confidence(),
                        null,
                        sentiment.engine(),
                        "2"),
                tagged.stages(),
                tagged.generation(),
                tagged.redactions());
    }

    private static List<DataFault> faults(List<Object> out) {
        List<DataFault> faults = new ArrayList<>();
        for (Object one : out) {
            if (one instanceof StreamRecord<?> record) {
                faults.add(((Word) record.getValue()).fault());
            }
        }
        return faults;
    }

    private static int indexOfFault(List<Object> out, DataFault.Kind kind) {
        for (int i = 0; i < out.size(); i++) {
            if (out.get(i) instanceof StreamRecord<?> record
                    && ((Word) record.getValue()).fault().kind() == kind) {
                return i;
            }
        }
        return -1;
    }

    private static Watermark lastWatermark(List<Object> out) {
        return (Watermark)
                out.stream()
                        .filter(Watermark.class::isInstance)
                        .reduce((first, second) -> second)
                        .orElseThrow();
    }

    private static TwoInputStreamOperatorTestHarness<Change, Word, Word> begin(
            OperatorSubtaskState state) throws Exception {
        var harness =
                new TwoInputStreamOperatorTestHarness<Change, Word, Word>(
                        new DataWatchOperator(told -> {}, null));
        harness.setup(TypeInformation.of(Word.class).createSerializer(new SerializerConfigImpl()));
        if (state != null) {
            harness.initializeState(state);
        }
        harness.open();
        return harness;
    }
}
