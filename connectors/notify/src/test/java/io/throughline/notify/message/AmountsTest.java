package io.throughline.notify.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.alert.Direction;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AmountsTest {

    private final Amounts shares = new Amounts(Direction.DROP);

    @Test
    void sharesAreInTenthsOfAPercentAndVolumesWhole() {
        assertThat(shares.level(0.41284)).isEqualTo("41.3%");
        assertThat(shares.level(0.25)).isEqualTo("25.0%");
        assertThat(shares.level(0.0004)).isEqualTo("0.0%");
        assertThat(new Amounts(Direction.VOLUME_COLLAPSE).level(190.4)).isEqualTo("190");
    }

    @Test
    void theChangeIsTheDifferenceOfWhatIsShown() {
        assertThat(shares.change(0.25049, 0.41251)).isEqualTo(413 - 250);
        assertThat(shares.signed(163)).isEqualTo("+16.3");
        assertThat(shares.signed(-5)).isEqualTo("−0.5");
        assertThat(shares.signed(0)).isEqualTo("0.0");
    }

    @Test
    void partsSumToTheWholeAndAreNextToTheirExactValues() {
        Random random = new Random(7);
        for (int run = 0; run < 1_000; run++) {
            List<Double> exact = random.doubles(1 + random.nextInt(9), -0.05, 0.2).boxed().toList();
            double sum = exact.stream().mapToDouble(Double::doubleValue).sum();
            long whole = shares.units(sum) + random.nextInt(3) - 1;

            long[] parts = shares.parts(exact, whole);

            assertThat(LongStream.of(parts).sum()).isEqualTo(whole);
            for (int i = 0; i < parts.length; i++) {
                assertThat(parts[i] - exact.get(i) * 1_000).isBetween(-2.6, 2.6);
            }
        }
    }

    @Test
    void noPartsAreNoTrouble() {
        assertThat(shares.parts(List.of(), 163)).isEmpty();
    }
}
