package io.throughline.domain.detect.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class NormalTailTest {

    @Test
    void isWhatTablesSay() {
        assertThat(NormalTail.of(0)).isEqualTo(0.5);
        assertThat(NormalTail.of(1)).isCloseTo(0.15865525393145705, within(1e-16));
        assertThat(NormalTail.of(1.959963984540054)).isCloseTo(0.025, within(1e-15));
        assertThat(NormalTail.of(5))
                .isCloseTo(2.866515718791939e-7, Percentage.withPercentage(1e-10));
        assertThat(NormalTail.of(8))
                .isCloseTo(6.220960574271786e-16, Percentage.withPercentage(1e-10));
    }

    @Test
    void theTwoWaysOfFindingItMeet() {
        double border = 2 * Math.sqrt(2);
        double below = NormalTail.of(Math.nextDown(border));
        double above = NormalTail.of(Math.nextUp(border));

        assertThat(below).isCloseTo(above, Percentage.withPercentage(1e-9));
    }
}
