package io.throughline.taggers.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.throughline.domain.tagging.Verbatim;
import io.throughline.taggers.stage.JourneyAdvisor.Told;
import io.throughline.taggers.stage.StageTrialReport.Result;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StageTrialTest {

    @Test
    void theStreamAddsWhatTheMapDoesNotKnow() {
        StageTrialReport report = run(Feedback.told());

        double rules = result(report, "rules alone").accuracy();
        double stream = result(report, "  after the unlabelled stream").accuracy();

        assertThat(stream).isGreaterThan(rules);
        assertThat(report.texts()).isEqualTo(60);
        assertThat(report.table()).contains("rules alone", "stage-teacher", "macro-F1");
    }

    @Test
    void textsWithoutALabelAreNotCounted() {
        List<Told> some = new ArrayList<>(Feedback.told());
        some.add(new Told(Verbatim.of("the bill"), null));
        some.add(new Told(Verbatim.of("the bill!"), "no such stage"));
        some.add(new Told(Verbatim.of("the weather"), "None"));

        StageTrialReport report = run(some);

        assertThat(report.texts()).isEqualTo(60);
        assertThat(report.unlabelled()).isEqualTo(3);
        assertThat(report.unassigned()).isEqualTo(1);
        assertThat(report.table())
                .contains("3 without (1 of these labelled as of no stage, and left out)");
    }

    @Test
    void withoutAnyLabelNothingCanBeMeasured() {
        assertThatThrownBy(() -> run(List.of(new Told(Verbatim.of("the bill"), null))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no text has a stage of the map");
    }

    @Test
    void scoresAreThoseOfAHandCount() {
        Result result =
                TrialScore.of(
                        "way",
                        new int[] {0, 0, 1, 1, -1},
                        new double[][] {
                            {0.9, 0.1}, {0.4, 0.6}, {0.2, 0.8}, {0.3, 0.7}, {0.5, 0.5}
                        });

        assertThat(result.texts()).isEqualTo(4);
        assertThat(result.accuracy()).isEqualTo(0.75);
        assertThat(result.macroF1()).isCloseTo((2.0 / 3 + 4.0 / 5) / 2, within(1e-12));
        assertThat(result.curve().get(2).accuracy()).isEqualTo(1);
    }

    @Test
    void aWayWithoutTextsHasNoFigures() {
        Result none = TrialScore.of("way", new int[] {-1}, new double[][] {{0.9, 0.1}});
        Result one = TrialScore.of("other", new int[] {0}, new double[][] {{0.9, 0.1}});

        assertThat(none.accuracy()).isNull();
        assertThat(one.curve().get(3).accuracy()).as("the surest of one is that one").isEqualTo(1);
        assertThat(new StageTrialReport("map", 1, 0, 0, "words", List.of(none, one)).table())
                .containsPattern("(?m)^way +0 +no texts$")
                .doesNotContain("0.000  0.000");
    }

    private static StageTrialReport run(List<Told> told) {
        return StageTrial.run(Maps.broadband(), new WordsEncoder(), told, done -> {});
    }

    private static Result result(StageTrialReport report, String way) {
        return report.results().stream()
                .filter(result -> result.way().equals(way))
                .findFirst()
                .orElseThrow();
    }
}
