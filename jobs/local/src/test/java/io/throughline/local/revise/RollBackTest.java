package io.throughline.local.revise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.kafka.KafkaSettings;
import io.throughline.model.ModelFigures;
import io.throughline.model.ModelVersion;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which version comes of a roll-back, and how versions are shown. */
class RollBackTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    private final RollBack rollBack =
            new RollBack(KafkaSettings.of("127.0.0.1:1"), Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void theFormerModelComesBackUnderANumberOfItsOwn() {
        ModelHistory history = ModelHistory.of(List.of(learned(1, 3), learned(2, 2)));

        ModelVersion back = rollBack.version(history, 1);

        assertThat(back.number()).isEqualTo(3);
        assertThat(back.kind()).isEqualTo(ModelVersion.Kind.ROLLBACK);
        assertThat(back.modelOf()).isEqualTo(1);
        assertThat(back.model()).isEqualTo(learned(1, 3).model());
        assertThat(back.teacherShare()).isEqualTo(0.1);
        assertThat(back.effectiveFrom()).isEqualTo(NOON.plusSeconds(5));
        assertThat(back.trainedThrough())
                .as("what was learnt from is not learnt from again")
                .isEqualTo(learned(2, 2).trainedThrough());
    }

    @Test
    void versionZeroIsTheModelOfTheProgram() {
        ModelVersion back = rollBack.version(ModelHistory.of(List.of(learned(1, 3))), 0);

        assertThat(back.modelOf()).isZero();
        assertThat(back.model()).isEmpty();
        assertThat(back.engine()).isEqualTo("adaptive");
    }

    @Test
    void aRollBackOfARollBackHasTheModelOfTheFirst() {
        ModelVersion one = learned(1, 5);
        ModelVersion two = learned(2, 4);
        ModelVersion three = rollBack.version(ModelHistory.of(List.of(one, two)), 1);
        ModelVersion four = rollBack.version(ModelHistory.of(List.of(one, two, three)), 2);
        ModelVersion five = rollBack.version(ModelHistory.of(List.of(one, two, three, four)), 3);

        assertThat(five.number()).isEqualTo(5);
        assertThat(five.modelOf()).isEqualTo(1);
    }

    @Test
    void whatCannotBeIsSaid() {
        ModelHistory history = ModelHistory.of(List.of(learned(1, 3)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rollBack.version(history, 2))
                .withMessageContaining("there is no version 2; there are 0 to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rollBack.version(history, 1))
                .withMessageContaining("has the model of version 1 already");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rollBack.version(ModelHistory.of(List.of()), 0))
                .withMessageContaining("there is no version yet");
    }

    @Test
    void theTableSaysWhatIsInEffectAndWhatWasRolledBack() {
        ModelHistory history = ModelHistory.of(List.of(learned(1, 3), learned(2, 2)));
        ModelVersion back = rollBack.version(history, 1);
        ModelHistory after = ModelHistory.of(List.of(learned(1, 3), learned(2, 2), back));

        assertThat(after.state(back, NOON)).isEqualTo("to come");
        assertThat(after.state(learned(2, 2), NOON)).isEqualTo("in effect");
        Instant later = NOON.plusSeconds(5);
        assertThat(after.state(learned(1, 3), later)).isEqualTo("former");
        assertThat(after.state(learned(2, 2), later)).isEqualTo("rolled back");
        assertThat(after.state(back, later)).isEqualTo("in effect");
        assertThat(ModelReport.table(after, later).lines().toList())
                .anyMatch(line -> line.matches(" +3  in effect .* model of 1 .*"))
                .anyMatch(line -> line.matches(" +2  rolled back .*0\\.60 -> 0\\.70 .*"));
        JsonNode json = ModelReport.json(after, later);
        assertThat(json).hasSize(3);
        assertThat(json.get(1).path("drift").asDouble()).isEqualTo(0.05);
        assertThat(json.get(2).path("modelOf").asInt()).isEqualTo(1);
    }

    @Test
    void aRollBackHoldsAgainstWhatThePipelineMadeOfItsNumberMeanwhile() {
        ModelVersion back = rollBack.version(ModelHistory.of(List.of(learned(1, 3))), 0);
        ModelVersion meanwhile = learned(2, 0);

        for (List<ModelVersion> log :
                List.of(
                        List.of(learned(1, 3), meanwhile, back),
                        List.of(learned(1, 3), back, meanwhile))) {
            ModelHistory history = ModelHistory.of(log);
            assertThat(history.version(2)).contains(back);
            assertThat(history.isTakenByAnother(back)).isFalse();
        }
        ModelVersion another =
                new RollBack(
                                KafkaSettings.of("127.0.0.1:1"),
                                Clock.fixed(NOON.plusSeconds(1), ZoneOffset.UTC))
                        .version(ModelHistory.of(List.of(learned(1, 3))), 0);
        assertThat(ModelHistory.of(List.of(learned(1, 3), back, another)).isTakenByAnother(back))
                .isTrue();
    }

    @Test
    void trainingsThatCameToNothingAreShownAndAreNoVersions() {
        ModelHistory history =
                ModelHistory.of(
                        List.of(learned(1, 3), lost(60), lost(0), learned(2, 2), lost(120)));

        assertThat(history.versions()).hasSize(2);
        assertThat(history.inEffect(NOON)).contains(learned(2, 2));
        assertThat(rollBack.version(history, 1).number()).isEqualTo(3);
        assertThat(ModelReport.table(history, NOON).lines().toList())
                .filteredOn(
                        line ->
                                line.matches(
                                        " *2026-03-04T1\\d:0\\d:00Z +2 +1000 +200 +0\\.60 -> 0\\.59"
                                                + " +0\\.71 -> 0\\.71 +0\\.010"))
                .hasSize(3)
                .isSorted();
        JsonNode last = ModelReport.json(history, NOON).get(4);
        assertThat(last.path("kind").asText()).isEqualTo("lost");
        assertThat(last.path("against").asInt()).isEqualTo(2);
        assertThat(last.path("margin").asDouble()).isEqualTo(0.01);
        assertThat(last.path("stages").path("right").asDouble()).isEqualTo(0.71);
        assertThat(last.path("teacher").asText()).isEqualTo("teacher-v4");
        assertThat(last.has("version")).isFalse();
    }

    @Test
    void soManyTrainingsThatCameToNothingAreKept() {
        List<ModelVersion> hourly = new ArrayList<>();
        for (int hour = 0; hour < 200; hour++) {
            hourly.add(lost(60 * hour));
        }

        List<ModelVersion> kept = ModelHistory.of(hourly).lost();

        assertThat(kept).isEqualTo(hourly.subList(200 - ModelVersion.LOST_KEPT, 200));
    }

    @Test
    void whatWasNotTakenOverIsInBrackets() {
        ModelVersion stages = learned(2, 1, figures(ModelFigures.STAGES));
        ModelVersion feelings = learned(1, 2, figures(ModelFigures.SENTIMENT));

        assertThat(ModelReport.table(ModelHistory.of(List.of(feelings, stages)), NOON))
                .containsPattern(" 0\\.60 -> 0\\.59 +\\(0\\.71 -> 0\\.71\\) ")
                .containsPattern(" \\(0\\.60 -> 0\\.59\\) +0\\.71 -> 0\\.71 ");
    }

    private static ModelFigures figures(String... won) {
        return new ModelFigures(
                800,
                200,
                7,
                0.6,
                0.59,
                0.04,
                0.8,
                9_000,
                0.1,
                0.05,
                0.01,
                new ModelFigures.Stages(300, 0.71, 0.71),
                List.of(won),
                "teacher-v4");
    }

    private static ModelVersion lost(int minute) {
        return new ModelVersion(
                3,
                ModelVersion.Kind.LOST,
                "adaptive",
                2,
                NOON.plus(Duration.ofMinutes(minute)),
                NOON.plus(Duration.ofMinutes(minute)),
                0.1,
                Duration.ofMillis(10),
                figures(),
                new byte[0]);
    }

    private static ModelVersion learned(int number, int daysAgo) {
        return learned(
                number,
                daysAgo,
                new ModelFigures(
                        800,
                        200,
                        7,
                        0.6,
                        0.7,
                        0.04,
                        0.8,
                        9_000,
                        0.1,
                        0.05,
                        0.01,
                        null,
                        List.of(ModelFigures.SENTIMENT),
                        "teacher-v4"));
    }

    private static ModelVersion learned(int number, int daysAgo, ModelFigures figures) {
        Instant since = NOON.minus(Duration.ofDays(daysAgo));
        return new ModelVersion(
                number,
                ModelVersion.Kind.LEARNED,
                "adaptive",
                number,
                since,
                since.minusSeconds(60),
                0.1 * number,
                Duration.ofMillis(10),
                figures,
                new byte[] {(byte) number});
    }
}
