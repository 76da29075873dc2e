package io.throughline.pipeline.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.model.Basis;
import io.throughline.model.ModelFigures;
import io.throughline.model.ModelVersion;
import io.throughline.model.Sentiment;
import io.throughline.model.SentimentLabel;
import io.throughline.model.TaughtText;
import io.throughline.pipeline.Harnesses;
import io.throughline.pipeline.MemoryLog;
import io.throughline.pipeline.Samples;
import io.throughline.pipeline.WordLearner;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.FutureTask;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.types.Either;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a challenger is trained, on what, and what becomes of it. */
class LearnFunctionTest {

    private static final Instant TEN = Instant.parse("2026-03-04T10:00:00Z");
    private static final long NOW = Instant.parse("2026-03-04T15:00:00Z").toEpochMilli();
    private static final LearningSettings SETTINGS =
            new LearningSettings(
                    true,
                    Duration.ofHours(1),
                    3,
                    10,
                    0.01,
                    0.25,
                    Duration.ofMillis(10),
                    0.05,
                    Duration.ofSeconds(10));

    private MemoryLog log = MemoryLog.of("learn");
    private KeyedOneInputStreamOperatorTestHarness<
                    Integer, Either<TaughtText, TagCounts>, ModelVersion>
            learn;

    @BeforeEach
    void open() throws Exception {
        open(SETTINGS, FutureTask::run, null);
    }

    private void open(LearningSettings settings, Background background, OperatorSubtaskState state)
            throws Exception {
        LearnerSource source = new LearnerSource(WordLearner.ID, "shop.yaml", Samples.JOURNEY);
        learn =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(
                                new LearnFunction(source, settings, log, background)),
                        all -> 0,
                        Types.INT);
        if (state != null) {
            learn.initializeState(state);
        }
        learn.open();
        learn.setProcessingTime(NOW);
    }

    @AfterEach
    void close() throws Exception {
        learn.close();
    }

    @Test
    void aClosedWindowWithEnoughLessonsMakesAVersion() throws Exception {
        lessons(lesson("c", 5, "late"), lesson("a", 10, "lost"), lesson("b", 20, "rude"));
        counts(5, 100, 30, 10);
        assertThat(versions()).isEmpty();

        lessons(lesson("d", 64, "slow"));
        assertThat(versions()).as("five minutes are left for what comes late").isEmpty();

        lessons(lesson("e", 65, "slow"));
        List<ModelVersion> made = versions();

        assertThat(made).hasSize(1);
        ModelVersion version = made.get(0);
        assertThat(version.number()).isEqualTo(1);
        assertThat(version.kind()).isEqualTo(ModelVersion.Kind.LEARNED);
        assertThat(version.engine()).isEqualTo(WordLearner.ID);
        assertThat(version.trainedThrough()).isEqualTo(TEN.plus(Duration.ofHours(1)));
        assertThat(words(version)).isEqualTo("late lost rude");
        assertThat(version.effectiveFrom().toEpochMilli())
                .isEqualTo(learn.getProcessingTime() + 10_000);
        assertThat(version.teacherShare()).isEqualTo(1);
        assertThat(version.figures().tagged()).isEqualTo(100);
        assertThat(version.figures().teacherUse()).isCloseTo(0.3, within(1e-9));
        assertThat(version.figures().agreement()).isZero();
        assertThat(version.figures().won()).containsExactly(ModelFigures.SENTIMENT);
        assertThat(version.figures().teacher()).isEqualTo("the-word-bad");
    }

    @Test
    void theTeachersShareFollowsFromItsCostAndWhatTheStudentIsUnsureOf() throws Exception {
        lessons(lesson("c", 5, "late"), lesson("a", 10, "lost"), lesson("b", 20, "rude"));
        counts(5, 1_000_000, 50_000, 130_000);
        lessons(lesson("e", 66, "slow"));

        // 0.25 of 3600 s at 10 ms a call: 90,000 calls an hour for 180,000 unsure.
        assertThat(versions().get(0).teacherShare()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void aVersionTakesEffectAfterEverythingThatWasTaggedAlready() throws Exception {
        Instant ahead = Instant.ofEpochMilli(NOW).plusSeconds(100);
        lessons(lesson("c", 5, "late"), lesson("a", 10, "lost"), lesson("b", 20, "rude"));
        learn.processElement(
                Either.Right(
                        new TagCounts(TEN.toEpochMilli(), ahead.toEpochMilli(), 1, 0, 0, 0, 0, 1)),
                0);
        lessons(lesson("e", 66, "slow"));

        assertThat(versions().get(0).effectiveFrom()).isEqualTo(ahead.plusSeconds(10));
    }

    @Test
    void tooFewLessonsWaitForTheNextWindow() throws Exception {
        lessons(lesson("a", 10, "late"), lesson("b", 20, "lost"), lesson("c", 66, "rude"));
        assertThat(versions()).isEmpty();

        lessons(lesson("d", 126, "slow"));
        assertThat(versions())
                .extracting(LearnFunctionTest::words)
                .containsExactly("late lost rude");
    }

    @Test
    void theOrderOfLessonsMakesNoDifference() throws Exception {
        List<TaughtText> window = new ArrayList<>();
        for (int minute = 0; minute < 50; minute++) {
            window.add(lesson("id" + minute, minute, "word" + minute));
        }
        String expected = null;
        for (int seed = 0; seed < 20; seed++) {
            close();
            log = MemoryLog.of("learn");
            open();
            Collections.shuffle(window, new Random(seed));
            // Within what may come out of order: nothing is late.
            lessons(window.toArray(TaughtText[]::new));
            lessons(lesson("end", 66, "slow"));
            String words = words(versions().get(0));
            expected = expected == null ? words : expected;
            assertThat(words).isEqualTo(expected);
        }
        assertThat(expected.split(" ")).as("the most recent ones").hasSize(10).contains("word49");
    }

    @Test
    void aLateLessonJoinsTheWindowThatIsOpen() throws Exception {
        lessons(lesson("x", 126, "slow"));
        lessons(lesson("a", 1, "late"), lesson("b", 2, "lost"), lesson("c", 3, "rude"));
        assertThat(versions()).isEmpty();

        lessons(lesson("d", 190, "dull"));
        assertThat(versions())
                .extracting(LearnFunctionTest::words)
                .containsExactly("late lost rude slow");
    }

    @Test
    void aChallengerThatDoesNotWinIsNoVersionAndIsNotTrainedAgain() throws Exception {
        log.add(Samples.version(1, Samples.NOON.minus(Duration.ofDays(9)), "a", "b", "c", "d"));
        log = MemoryLog.of("learn", trainedLongAgo("a", "b", "c", "d"));
        close();
        open();
        lessons(lesson("a", 10, "late"), lesson("b", 20, "lost"), lesson("c", 30, "rude"));
        lessons(lesson("d", 66, "slow"), lesson("e", 67, "dull"));
        List<ModelVersion> told = versions();
        assertThat(told).extracting(ModelVersion::tags).containsExactly(false);
        log.add(told.get(0));

        lessons(lesson("f", 126, "cold"));
        assertThat(versions()).as("two new lessons only").isEmpty();

        lessons(lesson("g", 127, "x"), lesson("h", 128, "y"), lesson("i", 186, "z"));
        List<ModelVersion> next = versions();
        assertThat(next).extracting(ModelVersion::number).containsExactly(2);
        assertThat(next).extracting(ModelVersion::tags).containsExactly(true);
    }

    @Test
    void aChallengerThatDoesNotWinIsToldOf() throws Exception {
        log.add(trainedLongAgo("a", "b", "c", "d"));
        close();
        open();
        lessons(lesson("a", 10, "late"), lesson("b", 20, "lost"), lesson("c", 30, "rude"));
        counts(5, 100, 30, 10);
        lessons(lesson("d", 66, "slow"));

        ModelVersion lost = versions().get(0);

        assertThat(lost.kind()).isEqualTo(ModelVersion.Kind.LOST);
        assertThat(lost.modelOf()).as("the version that stays").isEqualTo(1);
        assertThat(lost.model()).isEmpty();
        assertThat(lost.trainedThrough()).isEqualTo(TEN.plus(Duration.ofHours(1)));
        assertThat(lost.effectiveFrom().toEpochMilli()).isEqualTo(learn.getProcessingTime());
        assertThat(lost.figures().champion()).isEqualTo(0.04);
        assertThat(lost.figures().challenger()).isEqualTo(0.03);
        assertThat(lost.figures().margin()).isEqualTo(SETTINGS.margin());
        assertThat(lost.figures().learnt()).isEqualTo(3);
        assertThat(lost.figures().tagged()).isEqualTo(100);
        assertThat(lost.figures().won()).isEmpty();
    }

    @Test
    void aRollBackBeforeAPromotionIsCommittedIsWhatTheNextChallengerIsTriedAgainst()
            throws Exception {
        lessons(lesson("a", 10, "late"), lesson("b", 20, "lost"), lesson("c", 30, "rude"));
        lessons(lesson("d", 66, "slow"));
        ModelVersion promoted = versions().get(0);
        ModelVersion back = Samples.rollBack(1, Samples.NOON);
        assertThat(promoted.number()).isEqualTo(1);
        assertThat(promoted.key()).as("compaction keeps both").isNotEqualTo(back.key());
        log.add(back);
        log.add(promoted);
        lessons(lesson("e", 70, "dull"), lesson("f", 80, "cold"), lesson("g", 126, "end"));
        learn.setProcessingTime(learn.getProcessingTime() + LearnFunction.PULSE.toMillis());

        List<ModelVersion> next = versions();

        assertThat(next).extracting(ModelVersion::number).containsExactly(2);
        assertThat(next.get(0).figures().champion()).as("the shipped one").isEqualTo(0.01);
    }

    @Test
    void aReplayDoesNotTrainOnWindowsThatAreBehindAVersion() throws Exception {
        lessons(lesson("a", 10, "late"), lesson("b", 20, "lost"), lesson("c", 30, "rude"));
        lessons(lesson("d", 66, "slow"));
        log.add(versions().get(0));
        close();

        open();
        lessons(lesson("a", 10, "late"), lesson("b", 20, "lost"), lesson("c", 30, "rude"));
        lessons(lesson("d", 66, "slow"), lesson("e", 70, "dull"), lesson("f", 80, "cold"));
        assertThat(versions()).isEmpty();

        lessons(lesson("g", 126, "end"));
        List<ModelVersion> next = versions();
        assertThat(next).extracting(ModelVersion::number).containsExactly(2);
        assertThat(words(next.get(0)))
                .as("what lies behind the version is still learnt from")
                .isEqualTo("cold dull late lost rude slow");
    }

    @Test
    void aTrainingThatATaskDiesInIsStartedAgain() throws Exception {
        close();
        open(SETTINGS, task -> {}, null);
        lessons(lesson("a", 10, "late"), lesson("b", 20, "lost"), lesson("c", 30, "rude"));
        lessons(lesson("d", 66, "slow"));
        assertThat(versions()).isEmpty();
        OperatorSubtaskState state = learn.snapshot(1, 1);
        close();

        open(SETTINGS, FutureTask::run, state);
        learn.setProcessingTime(NOW + 2 * LearnFunction.PULSE.toMillis());
        assertThat(Harnesses.drain(learn)).as("it has only begun").isEmpty();
        assertThat(versions()).extracting(ModelVersion::number).containsExactly(1);
    }

    @Test
    void theNextTrainingWaitsUntilTheVersionMadeLastIsCommitted() throws Exception {
        lessons(lesson("a", 10, "late"), lesson("b", 20, "lost"), lesson("c", 30, "rude"));
        lessons(lesson("d", 66, "slow"));
        ModelVersion first = versions().get(0);
        lessons(lesson("e", 70, "dull"), lesson("f", 80, "cold"), lesson("g", 126, "end"));
        assertThat(versions()).isEmpty();

        log.add(first);
        assertThat(versions()).as("it was read before").isEmpty();
        List<ModelVersion> second = versions();
        assertThat(second).extracting(ModelVersion::number).containsExactly(2);
        assertThat(second.get(0).figures().champion()).isEqualTo(0.03);
    }

    @Test
    void aRollBackIsWhatTheNextChallengerIsTriedAgainst() throws Exception {
        log.add(trainedLongAgo("one", "two", "three", "four", "five"));
        log.add(
                new ModelVersion(
                        2,
                        ModelVersion.Kind.ROLLBACK,
                        WordLearner.ID,
                        0,
                        Samples.NOON,
                        Instant.EPOCH,
                        0.05,
                        Duration.ofMillis(10),
                        null,
                        new byte[0]));
        close();
        open();
        lessons(lesson("a", 10, "late"), lesson("b", 20, "lost"), lesson("c", 30, "rude"));
        lessons(lesson("d", 66, "slow"));

        List<ModelVersion> made = versions();
        assertThat(made).extracting(ModelVersion::number).containsExactly(3);
        assertThat(made.get(0).figures().champion()).as("the shipped one").isEqualTo(0.01);
    }

    @Test
    void aRollBackThatComesWhileRunningKeepsItsNumber() throws Exception {
        lessons(lesson("a", 10, "late"), lesson("b", 20, "lost"), lesson("c", 30, "rude"));
        lessons(lesson("d", 66, "slow"));
        ModelVersion first = versions().get(0);
        log.add(first);
        log.add(
                new ModelVersion(
                        2,
                        ModelVersion.Kind.ROLLBACK,
                        WordLearner.ID,
                        0,
                        Samples.NOON,
                        first.trainedThrough(),
                        0.05,
                        Duration.ofMillis(10),
                        null,
                        new byte[0]));
        lessons(lesson("e", 70, "dull"), lesson("f", 80, "cold"), lesson("g", 126, "end"));

        assertThat(versions()).extracting(ModelVersion::number).containsExactly(3);
    }

    @Test
    void aPersonsLabelOfTheSameWordsStandsAgainstTheTeachers() throws Exception {
        TaughtText person =
                new TaughtText(
                        "a",
                        TEN.plus(Duration.ofMinutes(11)),
                        List.of("late"),
                        null,
                        null,
                        null,
                        List.of(0.0, 0.0, 1.0),
                        null,
                        null,
                        "person");
        lessons(person, lesson("a", 12, "late"), lesson("b", 20, "lost"), lesson("c", 30, "rude"));
        lessons(lesson("d", 66, "slow"));

        List<ModelVersion> made = versions();
        assertThat(made).extracting(LearnFunctionTest::words).containsExactly("lost rude");
        assertThat(made.get(0).figures().corrections()).isEqualTo(1);
    }

    @Test
    void switchedOffItLearnsNothing() throws Exception {
        close();
        LearningSettings off =
                new LearningSettings(
                        false,
                        SETTINGS.window(),
                        1,
                        10,
                        0.01,
                        0.25,
                        Duration.ofMillis(10),
                        0.05,
                        Duration.ofSeconds(10));
        open(off, FutureTask::run, null);
        lessons(lesson("a", 10, "late"), lesson("b", 126, "lost"));
        assertThat(versions()).isEmpty();
    }

    @Test
    void driftIsHowFarTheLabelsAreFromThoseBefore() {
        TagCounts former = new TagCounts(0, 0, 10, 0, 0, 5, 0, 5);
        assertThat(new TagCounts(0, 0, 100, 0, 0, 50, 0, 50).driftFrom(former)).isZero();
        assertThat(new TagCounts(0, 0, 4, 0, 0, 4, 0, 0).driftFrom(former)).isEqualTo(0.5);
        assertThat(new TagCounts(0, 0, 4, 0, 0, 0, 4, 0).driftFrom(former)).isEqualTo(1);
        assertThat(former.driftFrom(TagCounts.NONE)).isZero();
    }

    @Test
    void countsKnowWhatTheAnswerRestedOn() {
        Instant later = TEN.plusSeconds(5);
        TagCounts one =
                TagCounts.of(
                        new Sentiment(
                                SentimentLabel.NEUTRAL, 0, 0.5, null, "x", "1", Basis.OVER_QUOTA),
                        later,
                        TEN);
        assertThat(one.windowMillis())
                .as("nothing occurs after it arrived")
                .isEqualTo(TEN.toEpochMilli());
        assertThat(one.unsure()).isEqualTo(1);
        assertThat(one.neutral()).isEqualTo(1);
        assertThat(one.teacherUse()).isZero();
    }

    private static ModelVersion trainedLongAgo(String... words) {
        ModelVersion version = Samples.version(1, Samples.NOON, words);
        return new ModelVersion(
                1,
                version.kind(),
                version.engine(),
                1,
                version.effectiveFrom(),
                Instant.EPOCH,
                1,
                version.teacherCost(),
                version.figures(),
                version.model());
    }

    private void lessons(TaughtText... lessons) throws Exception {
        for (TaughtText lesson : lessons) {
            learn.processElement(Either.Left(lesson), 0);
        }
    }

    private void counts(int minute, int tagged, int teacher, int overQuota) throws Exception {
        learn.processElement(
                Either.Right(
                        new TagCounts(
                                TEN.plus(Duration.ofMinutes(minute)).toEpochMilli(),
                                TEN.toEpochMilli(),
                                tagged,
                                teacher,
                                overQuota,
                                tagged,
                                0,
                                0)),
                0);
    }

    /** What was made, after a look at the training under way. */
    private List<ModelVersion> versions() throws Exception {
        learn.setProcessingTime(learn.getProcessingTime() + LearnFunction.PULSE.toMillis());
        return Harnesses.drain(learn);
    }

    private static String words(ModelVersion version) {
        return new String(version.plainModel(), StandardCharsets.UTF_8);
    }

    private static TaughtText lesson(String id, int minute, String text) {
        return new TaughtText(
                id,
                TEN.plus(Duration.ofMinutes(minute)),
                List.of(text),
                null,
                null,
                null,
                List.of(1.0, 0.0, 0.0),
                null,
                null,
                "teacher");
    }
}
