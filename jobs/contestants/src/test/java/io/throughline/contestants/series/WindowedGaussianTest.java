package io.throughline.contestants.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.domain.detect.numeric.NormalTail;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WindowedGaussianTest {

    private final WindowedGaussian scorer = new WindowedGaussian();

    @Test
    void theFirstReadingIsNothingSpecial() {
        assertThat(next(7)).isZero();
    }

    @Test
    void aReadingIsJudgedByThoseBeforeIt() {
        next(1);
        next(3);

        // mean 2, deviation 1
        assertThat(next(3)).isCloseTo(1 - 0.15865525393145705, within(1e-12));
    }

    @Test
    void bothSidesAreJudgedAlike() {
        next(1);
        next(3);

        assertThat(next(1)).isCloseTo(1 - 0.15865525393145705, within(1e-12));
    }

    @Test
    void anyChangeOfAFlatSeriesIsCertainlyAbnormal() {
        next(5);
        next(5);

        assertThat(next(5.1)).isEqualTo(1);
    }

    @Test
    void scoresAreRoundedToTwelveDigitsAsThePublishedOnesAre() {
        next(1);
        next(3);

        // 7.5 deviations: the tail of 3.2e-14 is lost in the rounding, not in the arithmetic
        assertThat(1 - NormalTail.of(7.5)).isLessThan(1);
        assertThat(next(9.5)).isEqualTo(1);
    }

    @Test
    void aFullWindowMovesOnAfterAHundredReadings() {
        for (int reading = 0; reading < 6_400; reading++) {
            next(reading % 2);
        }
        for (int reading = 0; reading < 99; reading++) {
            next(1_000);
        }
        assertThat(next(1_000)).isEqualTo(1);
        // mean 16.1, deviation 124: so high a reading is known by now
        assertThat(next(140)).isCloseTo(0.841, within(0.01));
    }

    private double next(double value) {
        return scorer.score(Instant.EPOCH, value);
    }
}
