package io.throughline.taggers.adaptive;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.domain.learning.Lesson;
import io.throughline.domain.learning.SentimentDistribution;
import io.throughline.domain.learning.Tutor;
import io.throughline.domain.tagging.StageTagger;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.JourneyMapReader;
import io.throughline.journey.Stage;
import io.throughline.model.Abstention;
import io.throughline.model.SentimentLabel;
import io.throughline.model.StageTags;
import io.throughline.taggers.stage.StageLearner;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MapStagesTest {

    private static final List<String> TEXTS =
            List.of(
                    "the technician never came to install the router",
                    "my invoice is too high this month",
                    "the line drops every evening",
                    "I want to cancel the contract");

    private final JourneyMap map = broadband();
    private final StageTagger silent =
            verbatim ->
                    new StageTags(
                            List.of(), Abstention.UNSURE, "silent", map.journey(), map.version());
    private final MapStages stages =
            new MapStages(map, silent, StageLearner.of(map, new SharedWords()));

    @Test
    void aStudentIsKeptThatAgreesWithTheTeacherMoreThanTheRules() {
        StageContest contest = stages.learn(lessons(0, 220), lessons(1_000, 60), "v-1", null, 0.01);
        StageBytes bytes = contest.challenger();
        StageAnswers.Fast student = stages.student(bytes);

        assertThat(contest.outcome().won()).isTrue();
        assertThat(contest.outcome().heldBack()).isEqualTo(60);
        assertThat(contest.outcome().champion())
                .as("agrees where the teacher is silent too, on one of the four texts")
                .isEqualTo(0.25);
        assertThat(contest.outcome().challenger()).isGreaterThan(0.7);

        assertThat(bytes.of()).startsWith(map.journey() + "@" + map.version() + " ");
        assertThat(student.tag(Verbatim.of(TEXTS.get(1))).stages()).isNotEmpty();
        assertThat(stages.rules().isSure(stages.rules().tag(Verbatim.of(TEXTS.get(1))))).isFalse();
    }

    @Test
    void aStudentThatIsNoBetterThanTheOneBeforeIsNot() {
        List<Lesson> learnt = lessons(0, 220);
        List<Lesson> heldBack = lessons(1_000, 60);
        StageBytes first = stages.learn(learnt, heldBack, "v-1", null, 0.01).challenger();

        assertThat(stages.learn(learnt, heldBack, "v-2", first, 0).outcome().won()).isFalse();
    }

    @Test
    void aStudentThatPeopleFindWorseIsNotTakenOverWhateverTheTeacherSays() {
        List<Lesson> heldBack = new ArrayList<>(lessons(1_000, 400));
        assertThat(won(heldBack)).isTrue();

        heldBack.add(fitsNowhere("z-1"));
        assertThat(won(heldBack)).as("the silent rules were right there").isFalse();
    }

    @Test
    void whatAPersonSaidIsRightWhereTheTeacherSaysSomethingElse() {
        List<Lesson> heldBack = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            heldBack.add(fitsNowhere("z-" + i));
        }
        StageContest contest = stages.learn(lessons(0, 220), heldBack, "v-1", null, 0.01);

        assertThat(contest.outcome().champion()).isEqualTo(1);
        assertThat(contest.outcome().challenger()).isZero();
        assertThat(contest.outcome().won()).isFalse();
    }

    @Test
    void aGainBelowTheMarginIsNone() {
        assertThat(
                        stages.learn(lessons(0, 220), lessons(1_000, 60), "v-1", null, 1.01)
                                .outcome()
                                .won())
                .isFalse();
    }

    private boolean won(List<Lesson> heldBack) {
        return stages.learn(lessons(0, 220), heldBack, "v-1", null, 0.01).outcome().won();
    }

    private Lesson fitsNowhere(String id) {
        return new Lesson(
                id,
                Instant.EPOCH,
                Verbatim.of(TEXTS.get(1)),
                null,
                Map.of(),
                map.journey() + "@" + map.version(),
                Tutor.PERSON);
    }

    @Test
    void fewLessonsTeachNoStages() {
        assertThat(stages.learn(lessons(0, 199), lessons(1_000, 60), "v-1", null, 0)).isNull();
        assertThat(stages.learn(lessons(0, 220), lessons(1_000, 49), "v-1", null, 0)).isNull();
    }

    @Test
    void aStudentOfAnotherVersionOfTheMapIsNotRead() {
        assertThat(stages.student(new StageBytes(map.journey() + "@999", new byte[0]))).isNull();
    }

    @Test
    void aLaterVersionWithTheSameStagesTakesOverWhatWasLearnt() {
        StageBytes bytes =
                stages.learn(lessons(0, 220), lessons(1_000, 60), "v-1", null, 0).challenger();
        List<Stage> changed = new ArrayList<>(map.stages());
        changed.set(0, changed.get(1));
        changed.set(1, map.stages().get(0));

        JourneyMap same = new JourneyMap(map.journey(), map.version() + 1, map.stages());
        JourneyMap other = new JourneyMap(map.journey(), map.version() + 1, changed);
        StageTags tags = of(same).student(bytes).tag(Verbatim.of(TEXTS.get(1)));

        assertThat(tags.stages())
                .isEqualTo(stages.student(bytes).tag(Verbatim.of(TEXTS.get(1))).stages());
        assertThat(tags.journeyVersion()).isEqualTo(map.version() + 1);
        assertThat(of(other).student(bytes)).isNull();
    }

    private MapStages of(JourneyMap other) {
        return new MapStages(other, silent, StageLearner.of(other, new SharedWords()));
    }

    private static List<Lesson> lessons(int from, int count) {
        List<Lesson> lessons = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            lessons.add(
                    new Lesson(
                            "id-" + i,
                            Instant.EPOCH,
                            Verbatim.of(TEXTS.get(i % 4) + " case " + (char) ('a' + i % 26)),
                            SentimentDistribution.certain(SentimentLabel.NEGATIVE),
                            null,
                            null,
                            Tutor.TEACHER));
        }
        return lessons;
    }

    private static JourneyMap broadband() {
        try (InputStream in = MapStagesTest.class.getResourceAsStream("/broadband.yaml")) {
            return JourneyMapReader.read(
                    "broadband.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
