package io.throughline.pipeline.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertCommand;
import io.throughline.alert.AlertState;
import io.throughline.alert.DataFault;
import io.throughline.alert.Direction;
import io.throughline.domain.rollup.Change;
import io.throughline.domain.rollup.Contribution;
import io.throughline.domain.rollup.Contributions;
import io.throughline.model.TaggedFeedback;
import io.throughline.pipeline.JobEnvironment;
import io.throughline.pipeline.types.WireKind;
import io.throughline.wire.Codecs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The host of the watches by itself: snapshots in the middle, more and fewer subtasks, words. */
class StageWatchOperatorTest {

    private static final KeySelector<Change, String> KEY =
            change -> DetectStage.key(change.contribution());
    private static final List<TaggedFeedback> SCRIPT = Script.inOrder();

    private final List<AutoCloseable> hosts = new ArrayList<>();
    private final List<AlertCommand> log = new ArrayList<>();
    private final List<Alert> alerts = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : hosts) {
            one.close();
        }
    }

    @Test
    void theDropIsFoundOnceAndEnds() throws Exception {
        var host = begin(1, 0, null);
        feed(SCRIPT, host);

        assertThat(last().values())
                .filteredOn(alert -> alert.direction() == Direction.DROP)
                .singleElement()
                .satisfies(
                        alert -> {
                            assertThat(alert.stage()).isEqualTo("delivery");
                            assertThat(alert.state()).isEqualTo(AlertState.RESOLVED);
                            assertThat(alert.onset().at())
                                    .isBetween(
                                            Script.DROP.minus(Duration.ofHours(6)),
                                            Script.DROP.plus(Duration.ofHours(6)));
                            assertThat(alert.firedAt()).isBefore(Script.RECOVERY);
                        });
    }

    @Test
    void theOrderWithinTheBoundDoesNotMatter() throws Exception {
        feed(SCRIPT, begin(1, 0, null));
        Map<String, String> inOrder = bytes();
        alerts.clear();

        List<TaggedFeedback> reversed = new ArrayList<>();
        Duration bound = Duration.ofMinutes(5);
        for (int from = 0; from < SCRIPT.size(); ) {
            int to = from;
            Instant first = SCRIPT.get(from).feedback().occurredAt();
            while (to < SCRIPT.size()
                    && SCRIPT.get(to).feedback().occurredAt().isBefore(first.plus(bound))) {
                to++;
            }
            for (int i = to - 1; i >= from; i--) {
                reversed.add(SCRIPT.get(i));
            }
            from = to;
        }
        feed(reversed, begin(1, 0, null));

        assertThat(bytes()).isNotEmpty().isEqualTo(inOrder);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void restoredAtAnyPlaceItTellsTheSame(long seed) throws Exception {
        feed(SCRIPT, begin(1, 0, null));
        Map<String, String> through = bytes();
        alerts.clear();

        SplittableRandom random = new SplittableRandom(seed);
        var host = begin(1, 0, null);
        int from = 0;
        while (from < SCRIPT.size()) {
            int to = Math.min(SCRIPT.size(), from + 1 + random.nextInt(900));
            feed(SCRIPT.subList(from, to), host);
            OperatorSubtaskState state = host.snapshot(to, to);
            // What comes after the snapshot is lost with the task and read again.
            int lost = Math.min(SCRIPT.size(), to + random.nextInt(200));
            feed(SCRIPT.subList(to, lost), host);
            host = begin(1, 0, state);
            from = to;
        }

        assertThat(bytes()).isNotEmpty().isEqualTo(through);
    }

    @Test
    void twoSubtasksAndOneAgainTellTheSame() throws Exception {
        feed(SCRIPT, begin(1, 0, null));
        Map<String, String> through = bytes();
        alerts.clear();
        int third = SCRIPT.size() / 3;

        var one = begin(1, 0, null);
        feed(SCRIPT.subList(0, third * 2), one);
        OperatorSubtaskState whole = one.snapshot(1, 1);
        var left = begin(2, 0, repartitioned(whole, 1, 2, 0));
        var right = begin(2, 1, repartitioned(whole, 1, 2, 1));
        int middle = third * 2 + third / 2;
        feed(SCRIPT.subList(third * 2, middle), left, right);
        OperatorSubtaskState parts =
                AbstractStreamOperatorTestHarness.repackageState(
                        left.snapshot(2, 2), right.snapshot(2, 2));
        var again = begin(1, 0, repartitioned(parts, 2, 1, 0));
        feed(SCRIPT.subList(middle, SCRIPT.size()), again);

        assertThat(bytes()).isNotEmpty().isEqualTo(through);
    }

    @Test
    void aCommandOfTheLogCountsForAWatchThatBeginsLater() throws Exception {
        log.add(
                AlertCommand.silence(
                        Map.of("stage", "delivery"),
                        Script.END.plus(Duration.ofDays(1)),
                        "desk",
                        "planned",
                        Script.BEGIN));
        feed(SCRIPT, begin(1, 0, null));

        assertThat(last().values())
                .filteredOn(alert -> alert.direction() == Direction.DROP)
                .allSatisfy(
                        alert -> assertThat(alert.handling().silence()).isEqualTo(log.get(0).id()));
    }

    @Test
    void aCommandThatComesLaterAndInTheLogCountsOnce() throws Exception {
        AlertCommand silence =
                AlertCommand.silence(
                        Map.of("stage", "delivery"),
                        Script.END.plus(Duration.ofDays(1)),
                        "desk",
                        "planned",
                        Script.BEGIN);
        log.add(silence);
        feed(SCRIPT, begin(1, 0, null));
        Map<String, String> ofLog = bytes();
        alerts.clear();

        var host = begin(1, 0, null);
        host.processElement2(new StreamRecord<>(Word.of(silence)));
        feed(SCRIPT.subList(0, 100), host);
        host.processElement2(new StreamRecord<>(Word.of(silence)));
        feed(SCRIPT.subList(100, SCRIPT.size()), host);

        assertThat(bytes()).isEqualTo(ofLog);
    }

    @Test
    void aFaultIsKnownToAWatchThatBeginsAfterIt() throws Exception {
        DataFault fault =
                new DataFault(
                        DataFault.Kind.MODEL_CHANGE,
                        "shop",
                        null,
                        null,
                        Script.BEGIN,
                        null,
                        "another model");
        var host = begin(1, 0, null);
        host.processElement2(new StreamRecord<>(Word.of(fault)));
        OperatorSubtaskState state = host.snapshot(1, 1);
        feed(SCRIPT, begin(1, 0, state));
        Map<String, String> restored = bytes();
        alerts.clear();

        var told = begin(1, 0, null);
        told.processElement2(new StreamRecord<>(Word.of(fault)));
        feed(SCRIPT, told);

        assertThat(bytes()).isEqualTo(restored);
        assertThat(last().values())
                .filteredOn(alert -> alert.direction() == Direction.DROP)
                .allSatisfy(
                        alert -> assertThat(alert.handling().faults()).contains("model-change"));
    }

    @Test
    void saysOnceAnHourHowFarItIs() throws Exception {
        var host = begin(1, 0, null);
        feed(SCRIPT.subList(0, 200), host);
        var statuses = new ArrayList<>(host.getSideOutput(DetectStage.STATUS));

        assertThat(statuses)
                .extracting(record -> record.getValue().stage())
                .contains("delivery", "order");
        assertThat(statuses)
                .filteredOn(record -> record.getValue().stage().equals("delivery"))
                .extracting(record -> record.getValue().at().toEpochMilli() / 3_600_000)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(5);
    }

    @SafeVarargs
    private void feed(
            List<TaggedFeedback> script,
            KeyedTwoInputStreamOperatorTestHarness<String, Change, Word, Alert>... subtasks)
            throws Exception {
        Instant highest = Instant.EPOCH;
        Watermark last = Watermark.UNINITIALIZED;
        for (TaggedFeedback tagged : script) {
            for (Contribution contribution : Contributions.of(tagged)) {
                Change change =
                        new Change(
                                contribution,
                                Change.ADD,
                                Contributions.excerpt(tagged).orElse(null));
                subtaskOf(change, subtasks).processElement1(new StreamRecord<>(change));
            }
            Instant time = tagged.feedback().occurredAt();
            highest = time.isAfter(highest) ? time : highest;
            Watermark mark =
                    new Watermark(
                            Minutes.before(highest.minus(Duration.ofMinutes(5)).toEpochMilli()));
            if (mark.getTimestamp() <= last.getTimestamp()) {
                continue;
            }
            last = mark;
            for (var subtask : subtasks) {
                subtask.processWatermark1(mark);
                subtask.processWatermark2(mark);
                alerts.addAll(subtask.extractOutputValues());
                subtask.getOutput().clear();
            }
        }
    }

    private static KeyedTwoInputStreamOperatorTestHarness<String, Change, Word, Alert> subtaskOf(
            Change change,
            KeyedTwoInputStreamOperatorTestHarness<String, Change, Word, Alert>[] subtasks)
            throws Exception {
        int index =
                KeyGroupRangeAssignment.assignKeyToParallelOperator(
                        KEY.getKey(change), JobEnvironment.MAX_PARALLELISM, subtasks.length);
        return subtasks[index];
    }

    private static OperatorSubtaskState repartitioned(
            OperatorSubtaskState state, int from, int to, int subtask) {
        return AbstractStreamOperatorTestHarness.repartitionOperatorState(
                state, JobEnvironment.MAX_PARALLELISM, from, to, subtask);
    }

    private KeyedTwoInputStreamOperatorTestHarness<String, Change, Word, Alert> begin(
            int subtasks, int subtask, OperatorSubtaskState state) throws Exception {
        List<AlertCommand> committed = List.copyOf(log);
        var harness =
                new KeyedTwoInputStreamOperatorTestHarness<String, Change, Word, Alert>(
                        new StageWatchOperator(new MemoryCommandLog(committed), DetectStage.STATUS),
                        KEY,
                        null,
                        Types.STRING,
                        JobEnvironment.MAX_PARALLELISM,
                        subtasks,
                        subtask);
        hosts.add(harness);
        harness.setup(WireKind.ALERT_TYPE.createSerializer(new SerializerConfigImpl()));
        if (state != null) {
            harness.initializeState(state);
        }
        harness.open();
        return harness;
    }

    /** The newest version of each alert. */
    private Map<String, Alert> last() {
        Map<String, Alert> last = new TreeMap<>();
        alerts.stream()
                .sorted(Comparator.comparingLong(Alert::version))
                .forEach(alert -> last.put(alert.id(), alert));
        return last;
    }

    private Map<String, String> bytes() {
        Map<String, String> bytes = new TreeMap<>();
        last().forEach(
                        (id, alert) ->
                                bytes.put(
                                        id,
                                        Base64.getEncoder()
                                                .encodeToString(Codecs.ALERT.encode(alert))));
        return bytes;
    }
}
