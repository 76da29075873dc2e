package io.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    private static final Offset<Double> FOUR_DIGITS = within(0.00006);

    /** Newcombe, "Two-sided confidence intervals for the single proportion", 1998, method 3. */
    @ParameterizedTest
    @CsvSource({
        "81, 263, 0.2553, 0.3662",
        "15, 148, 0.0624, 0.1605",
        "0, 20, 0.0000, 0.1611",
        "1, 29, 0.0061, 0.1718"
    })
    void theScoreIntervalIsThatOfThePublishedExamples(
            double hits, double n, double low, double high) {
        Interval interval = Interval.wilson(hits / n, n, Interval.TWO_SIDED_95);

        assertThat(interval.low()).isCloseTo(low, FOUR_DIGITS);
        assertThat(interval.high()).isCloseTo(high, FOUR_DIGITS);
    }

    /** Newcombe, "Interval estimation for the difference …", 1998, table II, method 10. */
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 0.0524, 0.3339",
        "9, 10, 3, 10, 0.1705, 0.8090",
        "6, 7, 2, 7, 0.0582, 0.8062",
        "5, 56, 0, 29, -0.0381, 0.1926",
        "0, 10, 0, 20, -0.1611, 0.2775"
    })
    void theIntervalOfADifferenceIsThatOfThePublishedExamples(
            double hits, double n, double baseHits, double baseN, double low, double high) {
        Interval interval =
                Interval.newcombe(hits / n, n, baseHits / baseN, baseN, Interval.TWO_SIDED_95);

        assertThat(interval.low()).isCloseTo(low, FOUR_DIGITS);
        assertThat(interval.high()).isCloseTo(high, FOUR_DIGITS);
    }

    @Test
    void aBaselineThatIsKnownExactlyLeavesTheIntervalOfTheShare() {
        Interval difference = Interval.newcombe(0.4, 100, 0.25, 1e12, 1.6);

        assertThat(difference.low())
                .isCloseTo(Interval.wilson(0.4, 100, 1.6).low() - 0.25, within(1e-5));
    }

    @Test
    void fewHaveTheExactIntervalOfTheirLaw() {
        assertThat(Interval.ofCount(0).low()).isZero();
        assertThat(Interval.ofCount(0).high()).isCloseTo(3.689, within(0.05));
        assertThat(Interval.ofCount(6).low()).isCloseTo(2.202, within(0.05));
        assertThat(Interval.ofCount(6).high()).isCloseTo(13.059, within(0.05));
        assertThat(Interval.ofCount(100).low()).isCloseTo(81.36, within(0.05));
        assertThat(Interval.ofCount(100).high()).isCloseTo(121.63, within(0.05));
    }

    @Test
    void whatAlsoVariesWidensTheDifferenceOnBothSides() {
        Interval sure = Interval.ofCount(6).less(6, 1, 0);
        Interval unsure = Interval.ofCount(6).less(6, 1, 2);

        assertThat(sure.low()).isCloseTo(Interval.ofCount(6).low() - 1, within(1e-9));
        assertThat(sure.high()).isCloseTo(Interval.ofCount(6).high() - 1, within(1e-9));
        assertThat(unsure.low()).isLessThan(sure.low());
        assertThat(unsure.high()).isGreaterThan(sure.high());
    }
}
