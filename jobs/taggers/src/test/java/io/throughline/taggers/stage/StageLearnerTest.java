package io.throughline.taggers.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.domain.learning.Lesson;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.journey.JourneyMap;
import io.throughline.model.Abstention;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StageLearnerTest {

    private final StageLearner learner = StageLearner.of(Maps.broadband(), new WordsEncoder());

    @Test
    void aStudentKnowsWordsThatOnlyTheStreamHas() {
        StageStudent student = learner.train(Feedback.lessons(), "student-1");

        assertThat(Shares.best(student.shares(Verbatim.of("pages stall")))).isEqualTo(2);
        assertThat(Shares.best(student.shares(Verbatim.of("a surcharge shows")))).isEqualTo(3);
    }

    @Test
    void theSameLessonsInAnyOrderGiveTheSameBytes() {
        List<Lesson> shuffled = new ArrayList<>(Feedback.lessons());
        Collections.shuffle(shuffled, new Random(3));

        assertThat(learner.train(shuffled, "s").bytes())
                .isEqualTo(learner.train(Feedback.lessons(), "s").bytes());
    }

    @Test
    void whatAPersonSaysWinsOverTheMap() {
        List<Lesson> lessons = new ArrayList<>(Feedback.lessons());
        for (int i = 0; i < 16; i++) {
            lessons.add(
                    Feedback.lesson(
                            "p" + i,
                            Verbatim.of(
                                    "the router arrived with number "
                                            + "abcdefghijklmnop".charAt(i)),
                            "ordering"));
        }

        assertThat(stage(learner.train(Feedback.lessons(), "s"), "the router arrived"))
                .isEqualTo("installation");
        assertThat(stage(learner.train(lessons, "s"), "the router arrived")).isEqualTo("ordering");
    }

    @Test
    void stagesOfAnotherVersionOfTheMapAreNotLearnt() {
        Lesson old = Feedback.lesson("p", Verbatim.of("films buffer"), "paying");
        Lesson other =
                new Lesson(
                        old.id(),
                        old.occurredAt(),
                        old.verbatim(),
                        null,
                        old.stages(),
                        "broadband@3",
                        old.tutor());
        List<Lesson> lessons = new ArrayList<>(Feedback.lessons());
        lessons.add(other);

        assertThat(stage(learner.train(lessons, "s"), "films buffer")).isEqualTo("using");
    }

    @Test
    void aStudentReadFromItsBytesAnswersTheSame() {
        StageStudent student = learner.train(Feedback.lessons(), "student-7");
        StageStudent read = learner.student(student.bytes());
        Verbatim text = Verbatim.of("the bill shows a surcharge, and pages stall");

        assertThat(read.version()).isEqualTo("student-7");
        assertThat(read.tag(text)).isEqualTo(student.tag(text));
    }

    @Test
    void aStudentOfOtherStagesIsRefused() {
        byte[] student = learner.train(Feedback.lessons(), "s").bytes();
        JourneyMap map = Maps.broadband();
        StageLearner other =
                StageLearner.of(
                        new JourneyMap("j", 1, map.stages().subList(0, 3)), new WordsEncoder());

        assertThatThrownBy(() -> other.student(student))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the map has [ordering, installation, using]");
    }

    @Test
    void aStudentAbstainsOnOtherLanguagesAndWithoutText() {
        StageStudent student = learner.train(Feedback.lessons(), "s");
        Verbatim french = new Verbatim(List.of("la facture"), "fr", null, null);

        assertThat(student.tag(french).abstention()).isEqualTo(Abstention.LANGUAGE);
        assertThat(student.tag(Verbatim.of("")).abstention()).isEqualTo(Abstention.NO_TEXT);
    }

    @Test
    void lessonsWithoutReadableTextTeachNothing() {
        List<Lesson> blank = List.of(Feedback.lesson("a", Verbatim.of(" "), null));

        assertThatThrownBy(() -> learner.train(blank, "s"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no lesson has a text");
    }

    private static String stage(StageStudent student, String text) {
        return student.tag(Verbatim.of(text)).stages().get(0).id();
    }
}
