package io.throughline.domain.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.25, 0.5, 0.9})
    void weightsAreLogLikelihoodRatios(double p) {
        double changed = Score.shifted(p, 2);

        assertThat(Score.of(1, 1, p, 2)).isCloseTo(Math.log(changed / p), within(1e-12));
        assertThat(Score.of(0, 1, p, 2))
                .isCloseTo(Math.log((1 - changed) / (1 - p)), within(1e-12));
    }

    /** The published form: ln[(1 − p + R₀p)R_A / ((1 − p + R_A p)R₀)] with R₀ = 1. */
    @ParameterizedTest
    @ValueSource(doubles = {0.025, 0.1, 0.866})
    void weightsAreThoseOfTheRiskAdjustedChart(double p) {
        assertThat(Score.of(1, 1, p, 2)).isCloseTo(Math.log(2 / (1 + p)), within(1e-12));
        assertThat(Score.of(0, 1, p, 2)).isCloseTo(Math.log(1 / (1 + p)), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.3, 0.7})
    void whatIsNotNegativeScoresLikeOddsTheOtherWay(double p) {
        assertThat(Score.of(3, 10, 1 - p, 2)).isCloseTo(Score.of(7, 10, p, 0.5), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.3, 0.7})
    void aRatioOfOddsIsTheInverseOfAShift(double p) {
        assertThat(Score.ratio(Score.shifted(p, 3), p)).isCloseTo(3, within(1e-9));
    }
}
