package io.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.alert.Term;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogOddsTest {

    /** By hand: α = 500·60/11000, δ = ln(52.727/1447.27) − ln(12.727/10487.27), σ² of both. */
    @Test
    void itIsTheFormulaOfThePaper() {
        double alpha = 500.0 * 60 / 11_000;
        double delta =
                Math.log((50 + alpha) / (1_000 + 500 - 50 - alpha))
                        - Math.log((10 + alpha) / (10_000 + 500 - 10 - alpha));
        double expected = delta / Math.sqrt(1 / (50 + alpha) + 1 / (10 + alpha));

        assertThat(LogOdds.zeta(50, 1_000, 10, 10_000)).isCloseTo(expected, within(1e-12));
        assertThat(expected).isCloseTo(10.8926, within(0.0001));
    }

    @Test
    void whatBothUseAlikeIsNothing() {
        assertThat(LogOdds.zeta(10, 1_000, 100, 10_000)).isCloseTo(0, within(1e-9));
        assertThat(LogOdds.zeta(0, 0, 0, 0)).isZero();
        assertThat(LogOdds.zeta(5, 5, 0, 0)).isZero();
    }

    @Test
    void aRareNewWordStandsBelowACommonOneThatGrew() {
        assertThat(LogOdds.zeta(3, 1_000, 0, 10_000))
                .isLessThan(LogOdds.zeta(60, 1_000, 200, 10_000));
    }

    @Test
    void theClearestComeFirstAndAPairStandsForItsWords() {
        Map<String, Long> window =
                Map.of(
                        "refund",
                        40L,
                        "call",
                        30L,
                        "back",
                        31L,
                        "call back",
                        30L,
                        "claim",
                        50L,
                        "odd",
                        2L);
        Map<String, Long> baseline = Map.of("refund", 5L, "claim", 500L, "other", 500L);

        assertThat(LogOdds.top(window, baseline, 10))
                .extracting(Term::term, Term::count)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("refund", 40L),
                        org.assertj.core.groups.Tuple.tuple("call back", 30L));
        assertThat(LogOdds.top(window, baseline, 1)).hasSize(1);
        assertThat(LogOdds.top(Map.of(), baseline, 10)).isEmpty();
    }

    @Test
    void feedbackIsCountedOnceATerm() {
        assertThat(LogOdds.count(List.of(List.of("a", "b"), List.of("a"))))
                .isEqualTo(Map.of("a", 2L, "b", 1L));
    }
}
