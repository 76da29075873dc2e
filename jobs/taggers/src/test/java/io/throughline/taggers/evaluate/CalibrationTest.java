package io.throughline.taggers.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.taggers.evaluate.Calibration.Bin;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    @Test
    void theErrorIsTheDistanceOfConfidenceAndAccuracyWeightedByBin() {
        Calibration calibration =
                Calibration.of(
                        List.of(
                                Answers.right(0.9),
                                Answers.right(0.9),
                                Answers.wrong(0.6),
                                Answers.right(0.55),
                                Answers.silent()));

        // bin (.8, .9]: |1 - .9| * 2/4; bin (.5, .6]: |.5 - .575| * 2/4
        assertThat(calibration.error()).isCloseTo(0.05 + 0.0375, within(1e-12));
        assertThat(calibration.bins()).hasSize(10);
        assertThat(calibration.bins().get(8).answers()).isEqualTo(2);
        assertThat(calibration.bins().get(5).accuracy()).isEqualTo(0.5);
        assertThat(calibration.bins().stream().mapToLong(Bin::answers).sum()).isEqualTo(4);
    }

    @Test
    void theEndsOfTheScaleHaveABin() {
        Calibration calibration = Calibration.of(List.of(Answers.right(1), Answers.wrong(0)));

        assertThat(calibration.error()).isZero();
        assertThat(calibration.bins().get(0).answers()).isEqualTo(1);
        assertThat(calibration.bins().get(9).answers()).isEqualTo(1);
    }
}
