package io.throughline.pipeline.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.alert.Alert;
import io.throughline.domain.rollup.Change;
import io.throughline.domain.rollup.Segments;
import io.throughline.model.TaggedFeedback;
import io.throughline.pipeline.JobEnvironment;
import io.throughline.pipeline.detect.Clocks;
import io.throughline.pipeline.detect.DetectStage;
import io.throughline.pipeline.detect.Script;
import io.throughline.pipeline.detect.WatchSettings;
import io.throughline.pipeline.detect.Word;
import io.throughline.pipeline.types.WireKind;
import io.throughline.wire.Codecs;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The same feedback gives the same alerts, byte for byte, and the same version of an alert is the
 * same whenever it is told: shuffled within the bound, some of it twice, on one or two subtasks,
 * and on a cluster that loses its tasks now and then.
 */
class AlertsAgainTest {

    private static final int RECORDS_A_CHECKPOINT = 600;
    private static final Map<String, String> TOLD = new ConcurrentSkipListMap<>();
    private static final AtomicInteger FAILURES_LEFT = new AtomicInteger();

    @RegisterExtension
    static final MiniClusterExtension FLINK =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(2)
                            .build());

    private static Map<String, String> expected;

    @BeforeAll
    static void inOrderWithoutFailure() throws Exception {
        expected = run(Script.inOrder(), 1, 0);
        assertThat(expected).isNotEmpty();
    }

    @ParameterizedTest(name = "seed {0}, {1} subtasks, {2} failures")
    @CsvSource({"1, 1, 0", "2, 2, 0", "3, 1, 3", "4, 2, 3"})
    @Timeout(120)
    void theSameAlerts(long seed, int subtasks, int failures) throws Exception {
        assertThat(run(Script.shuffled(seed), subtasks, failures)).isEqualTo(expected);
        assertThat(FAILURES_LEFT).hasValue(0);
    }

    /** The newest version of every alert, by its id. */
    private static Map<String, String> run(List<TaggedFeedback> script, int subtasks, int failures)
            throws Exception {
        TOLD.clear();
        FAILURES_LEFT.set(failures);
        define(environment(subtasks, failures), script, subtasks).execute("alerts");
        Map<String, String> last = new TreeMap<>();
        TOLD.forEach((key, alert) -> last.put(key.substring(0, key.indexOf(' ')), alert));
        return last;
    }

    private static StreamExecutionEnvironment environment(int subtasks, int failures) {
        Configuration configuration = new Configuration();
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(50));
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(10));
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, failures + 1);
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(
                        JobEnvironment.configure(configuration));
        env.setParallelism(subtasks);
        return env;
    }

    private static StreamExecutionEnvironment define(
            StreamExecutionEnvironment env, List<TaggedFeedback> script, int subtasks) {
        DataStream<TaggedFeedback> tagged =
                env.fromSource(
                                new DataGeneratorSource<>(
                                        new Lines(script, subtasks),
                                        script.size(),
                                        RateLimiterStrategy.perCheckpoint(RECORDS_A_CHECKPOINT),
                                        WireKind.TAGGED_FEEDBACK_TYPE),
                                Clocks.feedback(WatchSettings.DEFAULT),
                                "script")
                        .uid("script");
        DataStream<Change> changes =
                RetractStage.append(tagged, Segments.NONE)
                        .map(new FailsNowAndThen())
                        .returns(TypeInformation.of(Change.class))
                        .uid("fragile");
        DataStream<Word> nothing =
                env.fromSequence(0, 0)
                        .uid("nobody")
                        .flatMap((Long one, Collector<Word> out) -> {})
                        .returns(TypeInformation.of(Word.class))
                        .setParallelism(1)
                        .uid("nothing");
        DetectStage.append(changes, nothing, told -> {}, Optional.empty())
                .map(AlertsAgainTest::told)
                .returns(WireKind.ALERT_TYPE)
                .uid("told")
                .sinkTo(new DiscardingSink<>())
                .uid("out");
        return env;
    }

    private static Alert told(Alert alert) {
        String bytes = Base64.getEncoder().encodeToString(Codecs.ALERT.encode(alert));
        String key = String.format("%s %09d", alert.id(), alert.version());
        String before = TOLD.putIfAbsent(key, bytes);
        assertThat(before == null ? bytes : before).as(key).isEqualTo(bytes);
        return alert;
    }

    /** Each subtask reads a half; together they are about in order. */
    private static final class Lines implements GeneratorFunction<Long, TaggedFeedback> {

        private static final long serialVersionUID = 1L;

        private final byte[][] lines;
        private final int subtasks;

        Lines(List<TaggedFeedback> script, int subtasks) {
            this.lines = script.stream().map(Codecs.TAGGED_FEEDBACK::encode).toArray(byte[][]::new);
            this.subtasks = subtasks;
        }

        @Override
        public TaggedFeedback map(Long number) {
            int half = (lines.length + subtasks - 1) / subtasks;
            int index = number.intValue() % half * subtasks + number.intValue() / half;
            return Codecs.TAGGED_FEEDBACK.decode(lines[Math.min(index, lines.length - 1)]);
        }
    }

    /** Somewhere between two checkpoints. */
    private static final class FailsNowAndThen
            implements MapFunction<Change, Change>, CheckpointListener {

        private static final long serialVersionUID = 1L;

        private transient SplittableRandom random;
        private transient int leftToFailure;

        @Override
        public Change map(Change change) {
            if (leftToFailure > 0 && --leftToFailure == 0 && takeFailure()) {
                throw new IllegalStateException("on purpose");
            }
            return change;
        }

        private static boolean takeFailure() {
            return FAILURES_LEFT.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        }

        @Override
        public void notifyCheckpointComplete(long checkpoint) {
            random = random == null ? new SplittableRandom(checkpoint) : random;
            if (leftToFailure == 0 && checkpoint % 3 == 0) {
                leftToFailure = 1 + random.nextInt(RECORDS_A_CHECKPOINT / 2);
            }
        }
    }
}
