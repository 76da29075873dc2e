package io.throughline.domain.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnTableTest {

    @ParameterizedTest
    @CsvSource({"0.01, 1.3, 3200", "0.25, 2, 50", "0.5, 3.2, 12800", "0.99, 8, 3276800"})
    void theTableHoldsWhatTheSolverSolves(double share, double ratio, double outcomes) {
        assertThat(ReturnTable.threshold(share, ratio, outcomes))
                .isCloseTo(PlainCusum.threshold(share, ratio, outcomes), within(1e-4));
    }

    @Test
    void betweenTheNodesItIsNearTheSolver() {
        SplittableRandom random = new SplittableRandom(11);
        List<Double> errors = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            double share = between(random, 0.02, 0.98);
            double ratio = between(random, 1.3, 8);
            double outcomes = StrictMath.exp(between(random, StrictMath.log(500), 15));
            double solved = PlainCusum.threshold(share, ratio, outcomes);
            errors.add(Math.abs(ReturnTable.threshold(share, ratio, outcomes) / solved - 1));
        }
        Collections.sort(errors);

        assertThat(errors.get(30)).as("median").isLessThan(0.01);
        assertThat(errors.get(54)).as("nine in ten").isLessThan(0.04);
        assertThat(errors.get(59)).as("worst").isLessThan(0.08);
    }

    @Test
    void beyondTheTableTheThresholdGrowsByTheLogarithmOfTheOutcomes() {
        double solved = PlainCusum.threshold(0.4, 2, 30_000_000);

        assertThat(ReturnTable.threshold(0.4, 2, 30_000_000)).isCloseTo(solved, within(0.02));
        assertThat(ReturnTable.threshold(0.999, 20, 1)).isPositive();
    }

    private static double between(SplittableRandom random, double low, double high) {
        return low + random.nextDouble() * (high - low);
    }
}
