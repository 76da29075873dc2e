package io.throughline.pipeline.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.model.Feedback;
import io.throughline.model.Tally;
import io.throughline.pipeline.JobEnvironment;
import io.throughline.pipeline.MemoryLog;
import io.throughline.pipeline.Samples;
import io.throughline.pipeline.SideOutputs;
import io.throughline.pipeline.WordSentiment;
import io.throughline.pipeline.accounting.TallyStage;
import io.throughline.pipeline.types.WireKind;
import io.throughline.wire.Codecs;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The steps of the tagging job on a cluster that loses a task after a checkpoint: what was read
 * since is read again, and still every id comes out once and is counted once.
 */
class RecoveryTest {

    private static final int RECORDS = 1_000;
    private static final int IDS = 800;
    private static final int RECORDS_A_CHECKPOINT = 100;
    private static final AtomicInteger FAILURES = new AtomicInteger();

    @RegisterExtension
    static final MiniClusterExtension FLINK =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(2)
                            .build());

    @Test
    @Timeout(60)
    void everyIdIsTaggedOnceAndCountedOnceAcrossAFailure() throws Exception {
        CommittedOutput tagged = new CommittedOutput("tagged");
        CommittedOutput tallies = new CommittedOutput("tallies");
        CommittedOutput letters = new CommittedOutput("letters");
        FAILURES.set(0);

        define(environment(), tagged, tallies, letters).execute("recovery");

        assertThat(FAILURES).hasValue(1);
        assertThat(tagged.lines())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(idsThatCanBeTagged());
        assertThat(letters.lines()).hasSize(IDS / 100).doesNotHaveDuplicates();
        Tally sum =
                tallies.lines().stream()
                        .map(line -> Codecs.TALLY.decode(Base64.getDecoder().decode(line)))
                        .reduce(Tally.none("email"), Tally::plus);
        assertThat(sum)
                .isEqualTo(
                        new Tally(
                                "email",
                                RECORDS,
                                IDS - IDS / 100,
                                RECORDS - IDS,
                                0,
                                0,
                                0,
                                IDS / 100));
    }

    private static StreamExecutionEnvironment environment() {
        Configuration configuration = new Configuration();
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(50));
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(10));
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(
                        JobEnvironment.configure(configuration));
        env.setParallelism(2);
        return env;
    }

    private static StreamExecutionEnvironment define(
            StreamExecutionEnvironment env,
            CommittedOutput taggedOut,
            CommittedOutput talliesOut,
            CommittedOutput lettersOut) {
        var raw =
                env.fromSource(
                                new DataGeneratorSource<>(
                                        new Numbered(),
                                        RECORDS,
                                        RateLimiterStrategy.perCheckpoint(RECORDS_A_CHECKPOINT),
                                        TypeInformation.of(RawRecord.class)),
                                WatermarkStrategy.noWatermarks(),
                                "records")
                        .uid("records");
        var parsed = ParseStage.append(raw, Samples.channels());
        var fragile =
                parsed.map(new FailsOnceAfterACheckpoint())
                        .returns(WireKind.FEEDBACK_TYPE)
                        .uid("fragile");
        var unique = DeduplicateStage.append(fragile);
        var tagged =
                TagStage.append(
                        unique,
                        nothing(env, TagInput.TYPE, "corrections"),
                        nothing(env, WireKind.MODEL_VERSION_TYPE, "models"),
                        Samples.tagging(),
                        place -> Optional.empty(),
                        MemoryLog.of("recovery"));
        var tallies =
                TallyStage.append(
                        parsed.getSideOutput(SideOutputs.TALLIES)
                                .union(
                                        unique.getSideOutput(SideOutputs.TALLIES),
                                        tagged.getSideOutput(SideOutputs.TALLIES)));
        tagged.filter(change -> change.sentiment() != null)
                .uid("live")
                .map(change -> change.feedback().id())
                .returns(Types.STRING)
                .uid("ids")
                .sinkTo(taggedOut)
                .uid("tagged-out");
        tallies.map(tally -> Base64.getEncoder().encodeToString(Codecs.TALLY.encode(tally)))
                .returns(Types.STRING)
                .uid("counts")
                .sinkTo(talliesOut)
                .uid("tallies-out");
        tagged.getSideOutput(SideOutputs.DEAD_LETTERS)
                .map(letter -> letter.feedbackId())
                .returns(Types.STRING)
                .uid("letters")
                .sinkTo(lettersOut)
                .uid("letters-out");
        return env;
    }

    private static <T> DataStream<T> nothing(
            StreamExecutionEnvironment env, TypeInformation<T> type, String uid) {
        return env.fromSequence(0, 0)
                .uid(uid)
                .flatMap((Long one, Collector<T> out) -> {})
                .returns(type)
                .uid("no-" + uid);
    }

    private static List<String> idsThatCanBeTagged() {
        return LongStream.range(0, IDS)
                .filter(id -> id % 100 != 0)
                .mapToObj(id -> "email:lines:" + id)
                .toList();
    }

    /** The first ids come again at the end; every hundredth cannot be tagged. */
    private static final class Numbered implements GeneratorFunction<Long, RawRecord> {

        private static final long serialVersionUID = 1L;

        @Override
        public RawRecord map(Long number) {
            long id = number % IDS;
            String text = id % 100 == 0 ? WordSentiment.POISON : "bad order " + id;
            byte[] value =
                    Codecs.RAW_ENVELOPE.encode(
                            Samples.envelope(Samples.line(Long.toString(id), 1, text)));
            return new RawRecord(value, "feedback.raw", 0, number, Samples.NOON.toEpochMilli());
        }
    }

    private static final class FailsOnceAfterACheckpoint
            implements MapFunction<Feedback, Feedback>, CheckpointListener {

        private static final long serialVersionUID = 1L;

        private transient int seenSince;
        private transient boolean armed;

        @Override
        public Feedback map(Feedback feedback) {
            // In the middle of what the next checkpoint would hold.
            if (armed && ++seenSince > RECORDS_A_CHECKPOINT / 5 && FAILURES.compareAndSet(0, 1)) {
                throw new IllegalStateException("on purpose");
            }
            return feedback;
        }

        @Override
        public void notifyCheckpointComplete(long checkpoint) {
            armed = armed || checkpoint >= 3;
        }
    }
}
