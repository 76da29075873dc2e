package io.throughline.pipeline.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.domain.rollup.Change;
import io.throughline.domain.rollup.Segment;
import io.throughline.domain.rollup.Segments;
import io.throughline.domain.rollup.SignalKey;
import io.throughline.domain.rollup.Signals;
import io.throughline.domain.rollup.WindowChange;
import io.throughline.domain.rollup.WindowKey;
import io.throughline.model.Feedback;
import io.throughline.model.SentimentLabel;
import io.throughline.model.StageSignal;
import io.throughline.model.StageSignal.TermCount;
import io.throughline.model.TaggedFeedback;
import io.throughline.pipeline.Harnesses;
import io.throughline.pipeline.JobEnvironment;
import io.throughline.pipeline.Samples;
import io.throughline.pipeline.types.WireKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hours and days through all three steps of the signals job, on one subtask and on two. */
class WindowsHarnessTest {

    private static final Segments SEGMENTS =
            new Segments(List.of(new Segment("product", "extras.product", List.of("home"))));

    private final Map<String, StageSignal> minutes = new TreeMap<>();
    private final Map<String, StageSignal> windows = new TreeMap<>();
    private KeyedOneInputStreamOperatorTestHarness<String, TaggedFeedback, Change> retract;
    private KeyedOneInputStreamOperatorTestHarness<SignalKey, Change, StageSignal> rollUp;
    private List<KeyedOneInputStreamOperatorTestHarness<WindowKey, WindowChange, StageSignal>> sums;
    private long checkpoint;

    @BeforeEach
    void open() throws Exception {
        retract =
                Harnesses.keyed(
                        tagged -> RetractStage.append(tagged, SEGMENTS),
                        WireKind.TAGGED_FEEDBACK_TYPE,
                        Types.STRING);
        retract.open();
        rollUp = rollUp();
        rollUp.open();
        sums = List.of(windows(1, 0));
        sums.get(0).open();
    }

    @AfterEach
    void close() throws Exception {
        retract.close();
        rollUp.close();
        for (var one : sums) {
            one.close();
        }
    }

    @Test
    void aFeedbackIsInItsHourItsDayTheTotalsAndItsSegments() throws Exception {
        feed(tagged("1", 1, "bad order", 0), tagged("2", 1, "fine order", 7));
        barrier();

        assertThat(minutes).hasSize(2);
        assertThat(windows.keySet())
                .containsExactlyInAnyOrder(
                        "shop|order|email|2026-03-04T12:00:00Z|3600",
                        "shop|order|email|2026-03-04T00:00:00Z|86400",
                        "shop|order|email|2026-03-04T12:00:00Z|3600|product=home",
                        "shop|order|email|2026-03-04T12:00:00Z|3600|product=other",
                        "shop|order|email|2026-03-04T00:00:00Z|86400|product=home",
                        "shop|order|email|2026-03-04T00:00:00Z|86400|product=other",
                        "shop|order|all|2026-03-04T12:00:00Z|3600",
                        "shop|order|all|2026-03-04T00:00:00Z|86400");
        StageSignal total = windows.get("shop|order|all|2026-03-04T00:00:00Z|86400");
        assertThat(total.count()).isEqualTo(2);
        assertThat(total.negative()).isEqualTo(1);
        assertThat(total.authors()).isEqualTo(2);
        assertThat(total.terms().most())
                .contains(new TermCount("order", 2), new TermCount("bad order", 1));
        assertThat(windows.get("shop|order|email|2026-03-04T12:00:00Z|3600").terms().most())
                .isEmpty();
    }

    @Test
    void anEditMovesItsTermsAlsoWhenItsTagsStay() throws Exception {
        feed(tagged("1", 1, "bad order", 0));
        barrier();
        feed(tagged("1", 2, "bad order refund", 0));
        barrier();

        StageSignal total = windows.get("shop|order|all|2026-03-04T12:00:00Z|3600");
        assertThat(total.count()).isEqualTo(1);
        assertThat(total.change()).isEqualTo(3);
        assertThat(total.terms().most())
                .extracting(TermCount::term)
                .containsExactlyInAnyOrder("bad", "bad order", "order", "order refund", "refund");
    }

    @Test
    void aRestoredJobOnTwoSubtasksEndsWhereOneThatNeverStoppedDoes() throws Exception {
        List<TaggedFeedback> history = history(new Random(23), 400);
        feed(history.toArray(TaggedFeedback[]::new));
        barrier();
        Map<String, StageSignal> expectedMinutes = new TreeMap<>(minutes);
        Map<String, StageSignal> expected = new TreeMap<>(windows);
        close();
        minutes.clear();
        windows.clear();
        open();

        feed(history.subList(0, 250).toArray(TaggedFeedback[]::new));
        OperatorSubtaskState[] states = snapshots();
        feed(history.subList(250, 300).toArray(TaggedFeedback[]::new));
        barrier();
        close();
        restore(states);
        feed(history.subList(250, history.size()).toArray(TaggedFeedback[]::new));
        barrier();

        assertThat(windows).isEqualTo(expected);
        assertThat(minutes).isEqualTo(expectedMinutes);
        assertThat(merged(windows)).isEqualTo(merged(minutes));
        assertThat(sums).hasSize(2).allMatch(one -> one.numKeyedStateEntries() > 0);
    }

    /** Count and authors of each stage over all hours of email, or over all minutes. */
    private static Map<String, List<Long>> merged(Map<String, StageSignal> signals) {
        Map<String, List<StageSignal>> stages = new TreeMap<>();
        for (StageSignal signal : signals.values()) {
            boolean counts =
                    signal.window().compareTo(Duration.ofHours(1)) <= 0
                            && signal.segment() == null
                            && signal.channel().equals("email");
            if (counts) {
                stages.computeIfAbsent(signal.stage(), stage -> new ArrayList<>()).add(signal);
            }
        }
        Map<String, List<Long>> merged = new TreeMap<>();
        stages.forEach(
                (stage, parts) -> {
                    StageSignal one = Signals.merge(parts);
                    merged.put(
                            stage,
                            List.of(one.count(), one.negative(), one.scoreMicros(), one.authors()));
                });
        return merged;
    }

    private static List<TaggedFeedback> history(Random random, int size) {
        List<String> texts =
                List.of("bad order", "fine order", "bad delivery refund", "fine delivery");
        List<TaggedFeedback> history = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String id = Integer.toString(random.nextInt(60));
            int revision = 1 + i;
            history.add(
                    random.nextInt(6) == 0
                            ? deleted(id, revision)
                            : tagged(
                                    id,
                                    revision,
                                    texts.get(random.nextInt(texts.size())),
                                    random.nextInt(3_000)));
        }
        return history;
    }

    private void feed(TaggedFeedback... changelog) throws Exception {
        for (TaggedFeedback line : changelog) {
            retract.processElement(new StreamRecord<>(line));
            for (Change change : Harnesses.drain(retract)) {
                rollUp.processElement(new StreamRecord<>(change));
            }
        }
    }

    private void barrier() throws Exception {
        checkpoint++;
        rollUp.prepareSnapshotPreBarrier(checkpoint);
        Harnesses.drain(rollUp).forEach(signal -> minutes.put(signal.id(), signal));
        for (WindowChange change : Harnesses.drain(rollUp, RollUpStage.WINDOWS)) {
            subtaskOf(change.window()).processElement(new StreamRecord<>(change));
        }
        for (var one : sums) {
            one.prepareSnapshotPreBarrier(checkpoint);
            Harnesses.drain(one).forEach(signal -> windows.put(signal.id(), signal));
        }
    }

    private KeyedOneInputStreamOperatorTestHarness<WindowKey, WindowChange, StageSignal> subtaskOf(
            WindowKey window) {
        return sums.get(
                KeyGroupRangeAssignment.assignKeyToParallelOperator(
                        window, JobEnvironment.MAX_PARALLELISM, sums.size()));
    }

    private OperatorSubtaskState[] snapshots() throws Exception {
        barrier();
        return new OperatorSubtaskState[] {
            retract.snapshot(checkpoint, 1),
            rollUp.snapshot(checkpoint, 1),
            sums.get(0).snapshot(checkpoint, 1)
        };
    }

    private void restore(OperatorSubtaskState... states) throws Exception {
        retract =
                Harnesses.keyed(
                        tagged -> RetractStage.append(tagged, SEGMENTS),
                        WireKind.TAGGED_FEEDBACK_TYPE,
                        Types.STRING);
        retract.initializeState(states[0]);
        retract.open();
        rollUp = rollUp();
        rollUp.initializeState(states[1]);
        rollUp.open();
        sums = List.of(windows(2, 0), windows(2, 1));
        for (int subtask = 0; subtask < 2; subtask++) {
            sums.get(subtask)
                    .initializeState(
                            AbstractStreamOperatorTestHarness.repartitionOperatorState(
                                    states[2], JobEnvironment.MAX_PARALLELISM, 1, 2, subtask));
            sums.get(subtask).open();
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<SignalKey, Change, StageSignal> rollUp()
            throws Exception {
        return Harnesses.keyed(
                RollUpStage::append,
                TypeInformation.of(Change.class),
                TypeInformation.of(SignalKey.class));
    }

    private static KeyedOneInputStreamOperatorTestHarness<WindowKey, WindowChange, StageSignal>
            windows(int parallelism, int subtask) throws Exception {
        return Harnesses.keyed(
                WindowStage::append,
                TypeInformation.of(WindowChange.class),
                TypeInformation.of(WindowKey.class),
                parallelism,
                subtask);
    }

    private static TaggedFeedback tagged(String id, long revision, String text, int minutesLater) {
        Feedback feedback =
                Samples.feedback(id, revision, text)
                        .occurredAt(Samples.NOON.plus(Duration.ofMinutes(minutesLater)))
                        .extra("product", revision % 2 == 0 || minutesLater == 0 ? "home" : "boat")
                        .build();
        return Samples.tagged(
                feedback,
                text.contains("bad") ? SentimentLabel.NEGATIVE : SentimentLabel.POSITIVE,
                text.contains("delivery") ? "delivery" : "order");
    }

    private static TaggedFeedback deleted(String id, long revision) {
        Feedback gone = Samples.feedback(id, revision, null).build().asDelete();
        return new TaggedFeedback(gone, Samples.NOON, null, null, 1023, Map.of());
    }
}
