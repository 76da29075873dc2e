package io.throughline.taggers.adaptive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.throughline.domain.learning.Answer;
import io.throughline.domain.learning.Lesson;
import io.throughline.domain.learning.SentimentDistribution;
import io.throughline.domain.learning.Student;
import io.throughline.domain.learning.Training;
import io.throughline.domain.learning.Tutor;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.Abstention;
import io.throughline.model.Basis;
import io.throughline.model.Sentiment;
import io.throughline.model.SentimentLabel;
import io.throughline.model.StageTags;
import io.throughline.taggers.linear.LinearModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AdaptiveLearnerTest {

    private static final Verbatim CLEAR =
            Verbatim.of("Absolutely terrible service, rude staff, I want my money back");
    private static final Verbatim UNCLEAR = Verbatim.of("the parcel and the other thing");
    private static final StageTags STAGES =
            new StageTags(List.of(), Abstention.UNSURE, "none", "shop", 3);

    private final AtomicInteger asked = new AtomicInteger();
    private final FakeStages stages = new FakeStages(STAGES);
    private final AdaptiveLearner learner =
            new AdaptiveLearner(
                    new Teacher(
                            verbatim -> {
                                asked.incrementAndGet();
                                return sentiment(SentimentLabel.NEGATIVE, -0.85, 0.9);
                            }),
                    stages);
    private final Student student = learner.student(learner.shippedStudent());

    @Test
    void theStudentAnswersWhatItIsSureOf() {
        Answer answer = learner.answer("a", CLEAR, student, 1);

        assertThat(answer.sentiment().label()).isEqualTo(SentimentLabel.NEGATIVE);
        assertThat(answer.sentiment().basis()).isEqualTo(Basis.STUDENT);
        assertThat(answer.sentiment().engine()).isEqualTo("adaptive");
        assertThat(answer.sentiment().model()).isEqualTo(student.version());
        assertThat(answer.lesson()).isNull();
        assertThat(asked).hasValue(0);
    }

    @Test
    void theTeacherAnswersTheRestAndGivesALesson() {
        Answer answer = learner.answer("a", UNCLEAR, student, 1);

        assertThat(answer.sentiment().basis()).isEqualTo(Basis.TEACHER);
        assertThat(answer.sentiment().label()).isEqualTo(SentimentLabel.NEGATIVE);
        assertThat(answer.sentiment().confidence()).isLessThan(0.9);
        assertThat(answer.lesson().id()).isEqualTo("a");
        assertThat(answer.lesson().tutor()).isEqualTo(Tutor.TEACHER);
        assertThat(answer.lesson().verbatim()).isEqualTo(UNCLEAR);
        assertThat(answer.lesson().sentiment().negative()).isCloseTo(0.9, within(1e-9));
        assertThat(answer.lesson().sentiment().positive()).isCloseTo(0.05, within(1e-9));
        assertThat(answer.lesson().sentiment().neutral()).isCloseTo(0.05, within(1e-9));
    }

    @Test
    void overTheQuotaTheStudentsAnswerStands() {
        Answer answer = learner.answer("a", UNCLEAR, student, 0);

        assertThat(answer.sentiment().basis()).isEqualTo(Basis.OVER_QUOTA);
        assertThat(answer.lesson()).isNull();
        assertThat(asked).hasValue(0);
    }

    @Test
    void theQuotaIsAShareOfIdsAndEachIdAlwaysTheSame() {
        for (int i = 0; i < 1_000; i++) {
            Basis first = learner.answer("id-" + i, UNCLEAR, student, 0.2).sentiment().basis();
            assertThat(learner.answer("id-" + i, UNCLEAR, student, 0.2).sentiment().basis())
                    .isEqualTo(first);
        }

        assertThat(asked.get() / 2).isBetween(150, 250);
    }

    @Test
    void withoutATeachersAnswerTheStudentsStands() {
        AdaptiveLearner alone =
                new AdaptiveLearner(
                        new Teacher(
                                verbatim -> Sentiment.abstained(Abstention.UNSURE, "none", "1")),
                        stages);

        Answer answer = alone.answer("a", UNCLEAR, student, 1);

        assertThat(answer.sentiment().basis()).isEqualTo(Basis.STUDENT);
        assertThat(answer.lesson()).isNull();
    }

    @Test
    void saysWhyItHasNoAnswerWithoutAskingAnyone() {
        Verbatim german = new Verbatim(List.of("das und das andere"), "de", null, null);

        assertThat(learner.answer("a", german, student, 1).sentiment().abstention())
                .isEqualTo(Abstention.LANGUAGE);
        assertThat(learner.answer("a", Verbatim.of(""), student, 1).sentiment().abstention())
                .isEqualTo(Abstention.NO_TEXT);
        assertThat(learner.answer("a", Verbatim.of("@acme"), student, 1).sentiment().abstention())
                .isEqualTo(Abstention.NO_TEXT);
        assertThat(asked).hasValue(0);
    }

    @Test
    void everyDistributionIsUnderstoodFromATeachersAnswer() {
        Sentiment neutral = sentiment(SentimentLabel.NEUTRAL, 0.1, 0.5);
        Sentiment positive = sentiment(SentimentLabel.POSITIVE, 0.4, 0.6);

        assertThat(new Teacher(verbatim -> neutral).distribution(UNCLEAR).orElseThrow().positive())
                .isCloseTo(0.3, within(1e-9));
        assertThat(new Teacher(verbatim -> positive).distribution(UNCLEAR).orElseThrow().negative())
                .isCloseTo(0.2, within(1e-9));
    }

    @Test
    void stagesAreToldByTheRulesAndByTheTeacherWhereTheyAreNotSure() {
        assertThat(learner.answer("a", CLEAR, student, 0).stages()).isSameAs(STAGES);
        assertThat(learner.answer("a", CLEAR, student, 1).stages())
                .isEqualTo(FakeStages.tags("slow", 0.7));
    }

    @Test
    void aStudentThatLearntStagesTellsThem() {
        StageBytes bytes = new StageBytes(FakeStages.JOURNEY, "pay".getBytes(UTF_8));
        byte[] both = StudentFile.write(LinearModel.read(learner.shippedStudent()), bytes);
        Student learnt = learner.student(both);

        assertThat(learnt.version()).isEqualTo(student.version());
        assertThat(learner.answer("a", CLEAR, learnt, 1).stages())
                .isEqualTo(FakeStages.tags("pay", 0.9));
        assertThat(((AdaptiveStudent) learnt).bytes()).isEqualTo(both);
    }

    @Test
    void aStudentOfAnotherMapLeavesStagesToTheRules() {
        StageBytes bytes = new StageBytes("bank@7", "pay".getBytes(UTF_8));
        byte[] both = StudentFile.write(LinearModel.read(learner.shippedStudent()), bytes);

        assertThat(learner.answer("a", CLEAR, learner.student(both), 0).stages()).isSameAs(STAGES);
        assertThatThrownBy(() -> learner.student(Arrays.copyOf(both, both.length - 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cut off");
    }

    @Test
    void trainingTeachesStagesToo() {
        List<Lesson> lessons = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            lessons.add(learner.answer("id-" + i, UNCLEAR, student, 1).lesson());
        }
        AdaptiveStudent challenger =
                (AdaptiveStudent) learner.student(learner.train(student, lessons, 0).model());

        assertThat(new String(challenger.stages().model(), UTF_8)).matches("of-[5-9]-[1-5]");
    }

    @Test
    void stagesThatWonAreTakenOverWithTheFeelingsOfBefore() {
        Training training = learner.train(student, corrections(100), 2);
        AdaptiveStudent next = (AdaptiveStudent) learner.student(training.model());

        assertThat(training.sentimentWon()).as("no macro-F1 is better by two").isFalse();
        assertThat(training.stagesWon()).isTrue();
        assertThat(training.promote()).isTrue();
        assertThat(next.sentiment().linear().bytes())
                .isEqualTo(((AdaptiveStudent) student).sentiment().linear().bytes());
        assertThat(new String(next.stages().model(), UTF_8)).startsWith("of-");
    }

    @Test
    void stagesThatLostStayAsTheyWereWhileFeelingsAreTakenOver() {
        AdaptiveLearner losing =
                new AdaptiveLearner(
                        new Teacher(verbatim -> sentiment(SentimentLabel.NEGATIVE, -0.85, 0.9)),
                        stages.losing());
        StageBytes before = new StageBytes(FakeStages.JOURNEY, "pay".getBytes(UTF_8));
        byte[] champion = StudentFile.write(LinearModel.read(learner.shippedStudent()), before);

        Training training = losing.train(losing.student(champion), corrections(400), -1);
        AdaptiveStudent next = (AdaptiveStudent) losing.student(training.model());

        assertThat(training.sentimentWon()).isTrue();
        assertThat(training.stagesWon()).isFalse();
        assertThat(next.version()).isNotEqualTo(student.version());
        assertThat(new String(next.stages().model(), UTF_8)).isEqualTo("pay");
    }

    @Test
    void whereNothingWonNothingIsPromoted() {
        AdaptiveLearner losing =
                new AdaptiveLearner(
                        new Teacher(verbatim -> sentiment(SentimentLabel.NEGATIVE, -0.85, 0.9)),
                        stages.losing());

        assertThat(losing.train(student, corrections(100), 2).promote()).isFalse();
    }

    private static List<Lesson> corrections(int count) {
        List<Lesson> lessons = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lessons.add(
                    new Lesson(
                            "id-" + i,
                            Instant.EPOCH,
                            UNCLEAR,
                            SentimentDistribution.certain(SentimentLabel.NEGATIVE),
                            null,
                            null,
                            Tutor.PERSON));
        }
        return lessons;
    }

    @Test
    void bytesThatAreNoStudentAreRefused() {
        assertThatThrownBy(() -> learner.student(new byte[] {1, 2, 3}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Sentiment sentiment(SentimentLabel label, double score, double confidence) {
        return new Sentiment(label, score, confidence, null, "teacher", "t-1");
    }
}
