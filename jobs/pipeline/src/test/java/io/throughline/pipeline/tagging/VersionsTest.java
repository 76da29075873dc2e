package io.throughline.pipeline.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.domain.learning.Tutor;
import io.throughline.model.Basis;
import io.throughline.model.ModelVersion;
import io.throughline.model.Provenance;
import io.throughline.model.SentimentLabel;
import io.throughline.model.TaggedFeedback;
import io.throughline.model.TaughtText;
import io.throughline.pipeline.MemoryLog;
import io.throughline.pipeline.Samples;
import io.throughline.pipeline.WordLearner;
import io.throughline.pipeline.learning.LearningSettings;
import io.throughline.pipeline.learning.Observed;
import io.throughline.pipeline.learning.TagCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.types.Either;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which version of the model tags a feedback, and what tagging tells learning. */
class VersionsTest {

    private static final Instant NOON = Samples.NOON;

    private TagHarness tag;

    @AfterEach
    void close() throws Exception {
        if (tag != null) {
            tag.close();
        }
    }

    private void open(MemoryLog log, OperatorSubtaskState state) throws Exception {
        close();
        tag =
                TagHarness.open(
                        Samples.learning(LearningSettings.DEFAULT),
                        place -> Optional.empty(),
                        log,
                        state);
    }

    @Test
    void theVersionInEffectWhenTheFeedbackArrivedTagsItWheneverItIsTagged() throws Exception {
        open(MemoryLog.of("versions"), null);
        tag.version(Samples.version(1, NOON, "late"));
        tag.version(Samples.version(2, NOON.plusSeconds(60), "late", "lost"));

        assertThat(model("a", NOON.plusSeconds(61), "lost")).isEqualTo("learning-words-2");
        assertThat(model("b", NOON.plusSeconds(60), "lost")).isEqualTo("learning-words-2");
        assertThat(model("c", NOON.plusSeconds(59), "lost")).isEqualTo("learning-words-1");
        assertThat(model("d", NOON, "lost")).isEqualTo("learning-words-1");
        assertThat(model("e", NOON.minusMillis(1), "lost")).isEqualTo("learning-words-0");
    }

    @Test
    void aRollBackAndAPromotionOfOneNumberTagTheSameInWhateverOrderTheyCome() throws Exception {
        ModelVersion first = Samples.version(1, NOON, "late");
        ModelVersion promoted = Samples.version(2, NOON.plusSeconds(30), "late", "lost");
        ModelVersion back = Samples.rollBack(2, NOON.plusSeconds(10));
        List<List<TaggedFeedback>> all = new ArrayList<>();
        for (List<ModelVersion> order :
                List.of(List.of(first, promoted, back), List.of(first, back, promoted))) {
            open(MemoryLog.of("together"), null);
            for (ModelVersion version : order) {
                tag.version(version);
            }
            all.add(tagAt(0, 40));
            open(MemoryLog.of("together", order.toArray(ModelVersion[]::new)), null);
            all.add(tagAt(0, 40));
        }

        assertThat(all).allSatisfy(tags -> assertThat(tags).isEqualTo(all.get(0)));
        TaggedFeedback line = tagged("z", NOON.plusSeconds(40), "late");
        assertThat(line.sentiment().model()).isEqualTo("learning-words-2");
        assertThat(line.sentiment().basis())
                .as("the shipped model does not know the word")
                .isNotEqualTo(Basis.STUDENT);
    }

    @Test
    void aFreshStartReadsTheLogBeforeTheFirstFeedback() throws Exception {
        open(MemoryLog.of("fresh", Samples.version(1, NOON, "late")), null);

        assertThat(model("a", NOON, "late")).isEqualTo("learning-words-1");
    }

    @Test
    void aReplayGivesTheSameTagsHoweverTheVersionsCome() throws Exception {
        ModelVersion first = Samples.version(1, NOON.plusSeconds(10), "late");
        ModelVersion second = Samples.version(2, NOON.plusSeconds(20), "lost");
        open(MemoryLog.of("live"), null);
        List<TaggedFeedback> live = new ArrayList<>(tagAt(0, 10));
        tag.version(first);
        live.addAll(tagAt(10, 20));
        tag.version(second);
        live.addAll(tagAt(20, 30));

        open(MemoryLog.of("replay", first, second), null);
        assertThat(tagAt(0, 30)).isEqualTo(live);
        assertThat(live)
                .extracting(line -> line.sentiment().model())
                .contains("learning-words-0", "learning-words-1", "learning-words-2");
    }

    @Test
    void aRestoredTaskGoesOnWithTheVersionsOfTheLog() throws Exception {
        ModelVersion version = Samples.version(1, NOON, "late");
        MemoryLog log = MemoryLog.of("restored");
        open(log, null);
        log.add(version);
        tag.version(version);
        OperatorSubtaskState state = tag.snapshot();
        log.add(Samples.version(2, NOON.plusSeconds(5), "late", "lost"));

        open(log, state);

        assertThat(model("a", NOON, "late")).isEqualTo("learning-words-1");
        assertThat(model("b", NOON.plusSeconds(5), "late")).isEqualTo("learning-words-2");
    }

    @Test
    void aModelThatCannotBeReadLeavesTaggingToTheVersionBefore() throws Exception {
        open(
                MemoryLog.of(
                        "broken",
                        Samples.version(1, NOON, "late"),
                        Samples.version(2, NOON, "broken")),
                null);

        assertThat(model("a", NOON, "late")).isEqualTo("learning-words-1");
    }

    @Test
    void aVersionOfAnotherEngineIsOfNoConcern() throws Exception {
        ModelVersion other =
                new ModelVersion(
                        7,
                        ModelVersion.Kind.ROLLBACK,
                        "other",
                        0,
                        NOON,
                        NOON,
                        0,
                        Duration.ZERO,
                        null,
                        new byte[0]);
        open(MemoryLog.of("other", other), null);
        tag.version(other);

        assertThat(model("a", NOON, "late")).isEqualTo("learning-words-0");
    }

    @Test
    void aRollBackToTheShippedModelNeedsNoBytes() throws Exception {
        ModelVersion back =
                new ModelVersion(
                        2,
                        ModelVersion.Kind.ROLLBACK,
                        WordLearner.ID,
                        0,
                        NOON.plusSeconds(1),
                        NOON,
                        0,
                        Duration.ZERO,
                        null,
                        new byte[0]);
        open(MemoryLog.of("back", Samples.version(1, NOON, "late"), back), null);

        TaggedFeedback line = tagged("a", NOON.plusSeconds(1), "late");
        assertThat(line.sentiment().model()).isEqualTo("learning-words-2");
        assertThat(line.sentiment().basis()).isEqualTo(Basis.OVER_QUOTA);
    }

    @Test
    void manyVersionsAreReadOnceAJvmAndOldOnesAgainFromTheLog() throws Exception {
        MemoryLog log = MemoryLog.of("many");
        for (int number = 1; number <= 20; number++) {
            log.add(Samples.version(number, NOON.plusSeconds(number), "word" + number));
        }
        open(log, null);
        int before = WordLearner.READ.get();
        for (int number = 1; number <= 20; number++) {
            assertThat(model("a" + number, NOON.plusSeconds(number), "word" + number))
                    .isEqualTo("learning-words-" + number);
        }
        assertThat(WordLearner.READ.get() - before).isEqualTo(20);

        open(log, null);
        assertThat(model("z", NOON.plusSeconds(20), "word20")).isEqualTo("learning-words-20");
        assertThat(WordLearner.READ.get() - before).isEqualTo(20);
    }

    @Test
    void theTeachersAnswersAndCountsGoToLearning() throws Exception {
        open(MemoryLog.of("lessons", Samples.version(1, NOON, "late")), null);

        TaggedFeedback unsure = tagged("a", NOON.plusSeconds(9), "bad order");
        TaggedFeedback sure = tagged("b", NOON.plusSeconds(8), "late order");
        List<Either<TaughtText, TagCounts>> observed = tag.side(Observed.TAG);

        assertThat(unsure.sentiment().basis()).isEqualTo(Basis.TEACHER);
        assertThat(sure.sentiment().basis()).isEqualTo(Basis.STUDENT);
        assertThat(observed).hasSize(3);
        TaughtText lesson = observed.get(0).left();
        assertThat(lesson.id()).isEqualTo("email:lines:a");
        assertThat(lesson.occurredAt()).isEqualTo(NOON);
        assertThat(lesson.turns()).containsExactly("bad order");
        assertThat(lesson.sentiment()).containsExactly(1.0, 0.0, 0.0);
        assertThat(lesson.tutor())
                .isEqualTo(Tutor.TEACHER.name().toLowerCase(java.util.Locale.ROOT));
        TagCounts counts = observed.get(1).right();
        assertThat(counts.tagged()).isEqualTo(1);
        assertThat(counts.teacher()).isEqualTo(1);
        assertThat(counts.negative()).isEqualTo(1);
        assertThat(observed.get(2).right().teacher()).isZero();
    }

    @Test
    void overTheShareTheFastAnswerStandsAndSaysSo() throws Exception {
        open(MemoryLog.of("share"), null);
        int asked = 0;
        for (int id = 0; id < 1_000; id++) {
            TaggedFeedback line = tagged("id" + id, NOON, "nothing known");
            if (line.sentiment().basis() == Basis.TEACHER) {
                asked++;
            } else {
                assertThat(line.sentiment().basis()).isEqualTo(Basis.OVER_QUOTA);
                assertThat(line.sentiment().label()).isEqualTo(SentimentLabel.NEUTRAL);
            }
        }
        assertThat(asked / 1_000.0)
                .isBetween(0.01, 2 * LearningSettings.DEFAULT.initialTeacherShare());
    }

    private List<TaggedFeedback> tagAt(int from, int to) throws Exception {
        List<TaggedFeedback> lines = new ArrayList<>();
        for (int second = from; second < to; second++) {
            lines.add(tagged("id" + second, NOON.plusSeconds(second), "late lost order"));
        }
        return lines;
    }

    private String model(String id, Instant appendedAt, String text) throws Exception {
        return tagged(id, appendedAt, text).sentiment().model();
    }

    private TaggedFeedback tagged(String id, Instant appendedAt, String text) throws Exception {
        Provenance place =
                new Provenance("file:a", 3, 0, "feedback.raw", 0, 7, "ab".repeat(32), appendedAt);
        List<TaggedFeedback> lines =
                tag.feedback(
                        new TaggedFeedback(
                                Samples.feedback(id, 1, text).provenance(place).build(),
                                NOON,
                                null,
                                null,
                                0,
                                Map.of()));
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }
}
