package io.throughline.pipeline.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.domain.rollup.Change;
import io.throughline.domain.rollup.Segments;
import io.throughline.domain.rollup.SignalKey;
import io.throughline.model.Feedback;
import io.throughline.model.SentimentLabel;
import io.throughline.model.StageSignal;
import io.throughline.model.TaggedFeedback;
import io.throughline.pipeline.Harnesses;
import io.throughline.pipeline.Samples;
import io.throughline.pipeline.types.WireKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The changelog of feedback through both steps of the signals job. */
class SignalsHarnessTest {

    private KeyedOneInputStreamOperatorTestHarness<String, TaggedFeedback, Change> retract;
    private KeyedOneInputStreamOperatorTestHarness<SignalKey, Change, StageSignal> rollUp;

    @BeforeEach
    void open() throws Exception {
        open(null, null);
    }

    private void open(OperatorSubtaskState retractions, OperatorSubtaskState facts)
            throws Exception {
        retract =
                Harnesses.keyed(
                        tagged -> RetractStage.append(tagged, Segments.NONE),
                        WireKind.TAGGED_FEEDBACK_TYPE,
                        Types.STRING);
        rollUp =
                Harnesses.keyed(
                        RollUpStage::append,
                        TypeInformation.of(Change.class),
                        TypeInformation.of(SignalKey.class));
        if (retractions != null) {
            retract.initializeState(retractions);
            rollUp.initializeState(facts);
        }
        retract.open();
        rollUp.open();
    }

    @AfterEach
    void close() throws Exception {
        retract.close();
        rollUp.close();
    }

    @Test
    void aChangedKeyIsEmittedOnceASecondHoweverOftenItChanged() throws Exception {
        feed(
                tagged("1", 1, "bad order"),
                tagged("2", 1, "fine order"),
                tagged("3", 1, "bad order"));
        assertThat(rollUp.getOutput()).isEmpty();

        rollUp.setProcessingTime(1_000);

        List<StageSignal> signals = Harnesses.drain(rollUp);
        assertThat(signals).hasSize(1);
        assertThat(signals.get(0).count()).isEqualTo(3);
        assertThat(signals.get(0).negative()).isEqualTo(2);
        assertThat(signals.get(0).change()).isEqualTo(3);
        assertThat(signals.get(0).authors()).isEqualTo(3);
        rollUp.setProcessingTime(3_000);
        assertThat(rollUp.getOutput()).isEmpty();
    }

    @Test
    void everythingReadBeforeABarrierIsOutBeforeIt() throws Exception {
        feed(tagged("1", 1, "bad order"), tagged("2", 1, "delivery"));
        rollUp.prepareSnapshotPreBarrier(1);
        assertThat(Harnesses.drain(rollUp))
                .extracting(StageSignal::stage)
                .containsExactlyInAnyOrder("order", "delivery");
    }

    @Test
    void anEditMovesItsContributionAndADeleteTakesItBack() throws Exception {
        feed(tagged("1", 1, "bad order"), tagged("1", 2, "bad delivery"));
        rollUp.prepareSnapshotPreBarrier(1);
        Map<String, Long> counts = counts(Harnesses.drain(rollUp));
        assertThat(counts).containsExactlyInAnyOrderEntriesOf(Map.of("order", 0L, "delivery", 1L));

        feed(deleted("1", 3));
        rollUp.endInput();
        StageSignal emptied = Harnesses.drain(rollUp).get(0);
        assertThat(emptied.stage()).isEqualTo("delivery");
        assertThat(emptied.count()).isZero();
        assertThat(emptied.scoreMicros()).isZero();
        assertThat(emptied.authors()).isZero();
        assertThat(emptied.change()).as("the version grows, also to empty").isEqualTo(2);
    }

    @Test
    void anEditThatChangesNoTagWritesNothing() throws Exception {
        feed(tagged("1", 1, "bad order"));
        rollUp.prepareSnapshotPreBarrier(1);
        Harnesses.drain(rollUp);
        feed(tagged("1", 2, "bad order, again"));
        rollUp.prepareSnapshotPreBarrier(2);
        assertThat(rollUp.getOutput()).isEmpty();
    }

    @Test
    void aLineOlderThanWhatIsKnownChangesNothing() throws Exception {
        feed(tagged("1", 2, "bad delivery"), tagged("1", 1, "bad order"));
        rollUp.prepareSnapshotPreBarrier(1);
        assertThat(counts(Harnesses.drain(rollUp))).isEqualTo(Map.of("delivery", 1L));
    }

    @Test
    void aRestoredJobGoesOnWhereTheSnapshotWasTaken() throws Exception {
        feed(tagged("1", 1, "bad order"), tagged("2", 1, "bad order"));
        rollUp.prepareSnapshotPreBarrier(1);
        Harnesses.drain(rollUp);
        OperatorSubtaskState retractions = retract.snapshot(1, 1);
        OperatorSubtaskState facts = rollUp.snapshot(1, 1);
        feed(tagged("1", 2, "fine order"));
        close();

        open(retractions, facts);
        feed(tagged("1", 2, "fine order"));
        rollUp.prepareSnapshotPreBarrier(2);

        StageSignal signal = Harnesses.drain(rollUp).get(0);
        assertThat(signal.count()).isEqualTo(2);
        assertThat(signal.negative()).isEqualTo(1);
        assertThat(signal.positive()).isEqualTo(1);
        assertThat(signal.change()).isEqualTo(4);
    }

    @Test
    void aWeekLateChangesItsOwnMinute() throws Exception {
        feed(tagged("1", 1, "bad order"));
        Feedback late =
                Samples.feedback("2", 1, "bad order")
                        .occurredAt(Samples.NOON.minus(Duration.ofDays(7)))
                        .build();
        feed(Samples.tagged(late, SentimentLabel.NEGATIVE, "order"));
        rollUp.prepareSnapshotPreBarrier(1);
        assertThat(Harnesses.drain(rollUp))
                .extracting(StageSignal::windowStart)
                .containsExactlyInAnyOrder(
                        Samples.NOON.minusSeconds(30),
                        Samples.NOON.minusSeconds(30).minus(Duration.ofDays(7)));
    }

    private void feed(TaggedFeedback... changelog) throws Exception {
        for (TaggedFeedback change : changelog) {
            retract.processElement(new StreamRecord<>(change));
        }
        for (Change change : Harnesses.drain(retract)) {
            rollUp.processElement(new StreamRecord<>(change));
        }
    }

    private static Map<String, Long> counts(List<StageSignal> signals) {
        return signals.stream()
                .collect(java.util.stream.Collectors.toMap(StageSignal::stage, StageSignal::count));
    }

    private static TaggedFeedback tagged(String id, long revision, String text) {
        return Samples.tagged(
                Samples.feedback(id, revision, text).build(),
                text.contains("bad") ? SentimentLabel.NEGATIVE : SentimentLabel.POSITIVE,
                text.contains("delivery") ? "delivery" : "order");
    }

    private static TaggedFeedback deleted(String id, long revision) {
        Feedback gone = Samples.feedback(id, revision, null).build().asDelete();
        return new TaggedFeedback(gone, Samples.NOON, null, null, 1023, Map.of());
    }
}
