package io.throughline.domain.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainCusumTest {

    /** One false alarm in eight weeks at 2, 10 and 100 an hour. */
    @ParameterizedTest
    @CsvSource({"2688, 4.64", "13440, 6.23", "134400, 8.52"})
    void thresholdsAreThoseOfTheDesign(double outcomes, double threshold) {
        assertThat(PlainCusum.threshold(0.25, 2, outcomes)).isCloseTo(threshold, within(0.02));
    }

    @Test
    void runLengthsAreThoseOfASimulation() {
        assertThat(PlainCusum.runLength(0.25, 0.25, 2, 3))
                .isCloseTo(simulated(0.25, 3), withPercentage(4));
        assertThat(PlainCusum.runLength(0.25, 0.4, 2, 5))
                .isCloseTo(simulated(0.4, 5), withPercentage(4));
    }

    private static double simulated(double truth, double threshold) {
        SplittableRandom random = new SplittableRandom(7);
        int runs = 6_000;
        long outcomes = 0;
        for (int i = 0; i < runs; i++) {
            double s = 0;
            while (s <= threshold) {
                int hit = random.nextDouble() < truth ? 1 : 0;
                s = Math.max(0, s + Score.of(hit, 1, 0.25, 2));
                outcomes++;
            }
        }
        return (double) outcomes / runs;
    }
}
