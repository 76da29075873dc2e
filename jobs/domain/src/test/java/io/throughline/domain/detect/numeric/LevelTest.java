package io.throughline.domain.detect.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LevelTest {

    private final Level level = new Level(new NumericSettings.Span(10, 1_000), 100);
    private final Random random = new Random(8);

    @Test
    void aLastingShiftIsMoreSurprisingThanOneReading() {
        settle();

        double alone = level.next(3);
        double lasting = 0;
        for (int reading = 0; reading < 9; reading++) {
            lasting = level.next(3);
        }

        assertThat(alone).isLessThan(2);
        assertThat(lasting).isEqualTo(6);
    }

    @Test
    void upAndDownAreAlike() {
        settle();

        double lasting = 0;
        for (int reading = 0; reading < 10; reading++) {
            lasting = level.next(-3);
        }

        assertThat(lasting).isEqualTo(6);
    }

    @Test
    void aNewLevelBecomesTheUsualOne() {
        settle();
        double surprise = 0;
        for (int reading = 0; reading < 1_000; reading++) {
            surprise = level.next(3 + random.nextGaussian());
        }

        assertThat(surprise).isLessThan(2);
    }

    @Test
    void nothingIsSaidWhileLearning() {
        for (int reading = 0; reading < 99; reading++) {
            assertThat(level.next(random.nextGaussian())).isZero();
        }

        assertThat(level.next(1_000)).isZero();
    }

    @Test
    void aFlatSeriesSurprisesNobodyUntilItMoves() {
        for (int reading = 0; reading < 300; reading++) {
            assertThat(level.next(0)).isZero();
        }

        assertThat(level.next(1)).isEqualTo(6);
    }

    private void settle() {
        for (int reading = 0; reading < 1_000; reading++) {
            level.next(random.nextGaussian());
        }
    }
}
