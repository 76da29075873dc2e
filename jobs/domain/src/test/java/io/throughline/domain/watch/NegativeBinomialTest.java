package io.throughline.domain.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Against values summed by hand from the definitions. */
class NegativeBinomialTest {

    @Test
    void withoutSpreadItIsPoisson() {
        double three = Math.exp(-2) * (1 + 2 + 2 + 8.0 / 6);

        assertThat(new NegativeBinomial(2, 0).atLeast(4)).isCloseTo(1 - three, within(1e-9));
        assertThat(new NegativeBinomial(2, 0).atMost(0)).isCloseTo(Math.exp(-2), within(1e-12));
    }

    @Test
    void ofSizeOneItIsGeometric() {
        NegativeBinomial law = new NegativeBinomial(3, 1);

        assertThat(law.atLeast(8)).isCloseTo(Math.pow(0.75, 8), within(1e-9));
        assertThat(law.atMost(1)).isCloseTo(0.25 + 0.25 * 0.75, within(1e-12));
        assertThat(law.variance()).isEqualTo(12);
    }

    @Test
    void whatIsNotFarOutHasNoSmallChance() {
        assertThat(new NegativeBinomial(5, 0.1).atLeast(5)).isEqualTo(1);
        assertThat(new NegativeBinomial(5, 0.1).atMost(5)).isEqualTo(1);
    }

    @Test
    void hitsOfSomeHaveTheBinomialTail() {
        assertThat(Binomial.atLeast(3, 4, 0.5)).isCloseTo(5.0 / 16, within(1e-9));
        assertThat(Binomial.atLeast(2, 2, 0.1)).isCloseTo(0.01, within(1e-12));
        assertThat(Binomial.atLeast(2, 20, 0.1)).isEqualTo(1);
    }
}
