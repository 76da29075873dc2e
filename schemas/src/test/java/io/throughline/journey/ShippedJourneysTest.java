package io.throughline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ShippedJourneysTest {

    static final List<String> NAMES = ShippedJourneys.NAMES;

    @ParameterizedTest
    @FieldSource("NAMES")
    void hasNoProblemsNotEvenWarnings(String name) {
        assertThat(JourneyMapReader.validate(name, ShippedJourneys.yaml(name).orElseThrow()))
                .isEmpty();
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void hasStagesThatATaggerCanLearn(String name) {
        List<Stage> stages = ShippedJourneys.find(name).orElseThrow().stages();

        assertThat(stages).hasSizeBetween(6, 8);
        assertThat(stages).extracting(Stage::order).doesNotHaveDuplicates().isSorted();
        for (Stage stage : stages) {
            assertThat(stage.examples())
                    .as(stage.id())
                    .hasSizeBetween(8, 14)
                    .doesNotHaveDuplicates();
            assertThat(stage.cues()).as(stage.id()).hasSizeBetween(8, 20).doesNotHaveDuplicates();
            assertThat(stage.moments()).as(stage.id()).hasSizeBetween(1, 3);
            assertThat(stage.touchpoints()).as(stage.id()).isNotEmpty();
            assertThat(stage.goalNetSentiment()).as(stage.id()).isNotNull();
            assertThat(stage.contributors())
                    .as(stage.id())
                    .isNotEmpty()
                    .doesNotContain(stage.owner());
            assertThat(stage.internal()).as(stage.id()).containsKeys("teams", "sla");
        }
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void sharesNoPlainCueBetweenStages(String name) {
        Set<String> seen = new TreeSet<>();
        for (Stage stage : ShippedJourneys.find(name).orElseThrow().stages()) {
            for (Cue cue : stage.cues()) {
                assertThat(seen.add(cue.source())).as(stage.id() + ": " + cue.source()).isTrue();
            }
        }
    }

    @Test
    void aMapIsKnownByTheNameItIsShippedUnderUntilItIsChanged() {
        JourneyMap map = ShippedJourneys.find("insurance").orElseThrow();

        assertThat(ShippedJourneys.nameOf(map)).hasValue("insurance");
        assertThat(ShippedJourneys.nameOf(new JourneyMap(map.journey(), 2, map.stages())))
                .isEmpty();
    }

    @Test
    void insuranceHasAClaimStage() {
        JourneyMap map = ShippedJourneys.find("insurance").orElseThrow();

        assertThat(map.stage("claim")).isPresent();
        assertThat(map.journey()).isEqualTo("insurance-personal-lines");
    }

    @Test
    void knowsNoOtherNames() {
        assertThat(ShippedJourneys.find("hotel")).isEmpty();
        assertThat(ShippedJourneys.yaml("../elasticsearch/cx-alerts")).isEmpty();
    }
}
