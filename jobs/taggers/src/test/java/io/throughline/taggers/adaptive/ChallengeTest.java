package io.throughline.taggers.adaptive;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.domain.learning.Lesson;
import io.throughline.domain.learning.SentimentDistribution;
import io.throughline.domain.learning.Training;
import io.throughline.domain.learning.Tutor;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.Basis;
import io.throughline.model.SentimentLabel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A company where "zorbed" is bad news and "plinked" is good, which no model can know. */
class ChallengeTest {

    private static final double MARGIN = 0.02;
    private static final String[] THINGS = {"line", "account", "bill", "order", "ticket", "router"};
    private static final String[] TIMES = {"today", "on Monday", "last week", "at home", "again"};

    private final AdaptiveLearner learner =
            new AdaptiveLearner(
                    new Teacher(
                            verbatim -> {
                                throw new AssertionError(
                                        "without people's labels the teacher is not asked in training");
                            }),
                    null);
    private final AdaptiveStudent champion =
            (AdaptiveStudent) learner.student(learner.shippedStudent());

    @Test
    void aChallengerThatLearntIsPromoted() {
        Training training = learner.train(champion, lessons(600, Tutor.TEACHER, 0.8), MARGIN);
        AdaptiveStudent challenger = (AdaptiveStudent) learner.student(training.model());

        assertThat(training.promote()).isTrue();
        assertThat(training.learnt() + training.heldBack()).isEqualTo(600);
        assertThat(training.heldBack()).isBetween(90, 150);
        assertThat(training.challenger()).isGreaterThan(training.champion() + MARGIN);
        assertThat(training.calibrationError()).isBetween(0.0, 0.3);
        assertThat(challenger.version()).isEqualTo(champion.version() + ".1");
        assertThat(label(challenger, "they zorbed my parcel")).isEqualTo(SentimentLabel.NEGATIVE);
        assertThat(label(challenger, "they plinked my parcel")).isEqualTo(SentimentLabel.POSITIVE);
        assertThat(label(challenger, "what a wonderful team, thank you"))
                .isEqualTo(SentimentLabel.POSITIVE);
    }

    @Test
    void theOrderOfTheLessonsMakesNoDifference() {
        List<Lesson> lessons = lessons(300, Tutor.TEACHER, 0.8);
        List<Lesson> shuffled = new ArrayList<>(lessons);
        Collections.shuffle(shuffled, new Random(3));

        assertThat(learner.train(champion, shuffled, MARGIN).model())
                .isEqualTo(learner.train(champion, lessons, MARGIN).model());
    }

    @Test
    void withFewLessonsHeldBackNobodyIsPromoted() {
        Training training = learner.train(champion, lessons(100, Tutor.TEACHER, 0.8), MARGIN);

        assertThat(training.heldBack()).isLessThan(50);
        assertThat(training.promote()).isFalse();
    }

    @Test
    void aMarginThatIsNotReachedKeepsTheChampion() {
        assertThat(learner.train(champion, lessons(600, Tutor.TEACHER, 0.8), 0.95).promote())
                .isFalse();
    }

    @Test
    void howPeopleLeanGoesForAllLessonsOfTheTeacher() {
        SentimentDistribution lukewarm = new SentimentDistribution(0.42, 0.5, 0.08);
        List<Lesson> lessons = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String text = "they zorbed my " + THINGS[i % 6] + " " + TIMES[i % 5];
            lessons.add(lesson(String.format("t%04d", i), text, lukewarm, Tutor.TEACHER));
        }
        assertThat(label(trained(lessons), "they zorbed my parcel"))
                .isEqualTo(SentimentLabel.NEUTRAL);
        for (int i = 0; i < 200; i++) {
            SentimentLabel label = i % 5 < 3 ? SentimentLabel.NEGATIVE : SentimentLabel.NEUTRAL;
            lessons.add(
                    lesson(
                            String.format("p%04d", i),
                            "plinked number " + i,
                            SentimentDistribution.certain(label),
                            Tutor.PERSON));
        }

        assertThat(label(trained(lessons), "they zorbed my parcel"))
                .isEqualTo(SentimentLabel.NEGATIVE);
    }

    private AdaptiveStudent trained(List<Lesson> lessons) {
        Teacher lukewarm =
                new Teacher(
                        verbatim ->
                                new SentimentDistribution(0.42, 0.5, 0.08)
                                        .sentiment("teacher", "t", null));
        byte[] model = new AdaptiveLearner(lukewarm, null).train(champion, lessons, MARGIN).model();
        return (AdaptiveStudent) learner.student(model);
    }

    @Test
    void aPersonsLabelOutweighsTheTeachers() {
        List<Lesson> lessons = new ArrayList<>(lessons(200, Tutor.TEACHER, 0.8));
        for (int i = 0; i < 60; i++) {
            lessons.add(
                    lesson(
                            "p" + i,
                            "they zorbed my " + THINGS[i % 6],
                            SentimentDistribution.certain(SentimentLabel.POSITIVE),
                            Tutor.PERSON));
        }

        assertThat(label(trained(lessons), "they zorbed my parcel"))
                .isEqualTo(SentimentLabel.POSITIVE);
    }

    @Test
    void withoutLessonsTheChampionComesBack() {
        Training training = learner.train(champion, List.of(), 0);

        assertThat(training.promote()).isFalse();
        assertThat(training.heldBack()).isZero();
        assertThat(training.model()).isEqualTo(champion.sentiment().linear().bytes());
    }

    @Test
    void challengersAreCountedOn() {
        assertThat(Versions.next("student-v1")).isEqualTo("student-v1.1");
        assertThat(Versions.next("student-v1.9")).isEqualTo("student-v1.10");
        assertThat(Versions.next("a.b")).isEqualTo("a.b.1");
    }

    private SentimentLabel label(AdaptiveStudent student, String text) {
        var answer = learner.answer("x", Verbatim.of(text), student, 0).sentiment();
        assertThat(answer.basis()).isIn(Basis.STUDENT, Basis.OVER_QUOTA);
        return answer.label();
    }

    private static List<Lesson> lessons(int count, Tutor tutor, double sure) {
        List<Lesson> lessons = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean bad = i % 2 == 0;
            String text =
                    (bad ? "they zorbed my " : "they plinked my ")
                            + THINGS[i % 6]
                            + " "
                            + TIMES[i % 5];
            double rest = (1 - sure) / 2;
            lessons.add(
                    lesson(
                            String.format("t%04d", i),
                            text,
                            new SentimentDistribution(bad ? sure : rest, rest, bad ? rest : sure),
                            tutor));
        }
        return lessons;
    }

    private static Lesson lesson(String id, String text, SentimentDistribution said, Tutor tutor) {
        return new Lesson(id, Instant.EPOCH, Verbatim.of(text), said, null, null, tutor);
    }
}
