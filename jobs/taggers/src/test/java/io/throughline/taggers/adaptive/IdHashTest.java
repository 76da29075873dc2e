package io.throughline.taggers.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.taggers.adaptive.IdHash.Draw;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdHashTest {

    private static final int IDS = 20_000;

    @Test
    void isAlwaysTheSame() {
        assertThat(IdHash.share("reviews:4711", Draw.TEACHER))
                .isEqualTo(IdHash.share("reviews:4711", Draw.TEACHER))
                .isCloseTo(0.039415781, within(1e-9));
    }

    @Test
    void isSpreadEvenly() {
        for (int part = 0; part < 10; part++) {
            double from = part / 10.0;
            long within =
                    IntStream.range(0, IDS)
                            .mapToDouble(i -> IdHash.share("id-" + i, Draw.TEACHER))
                            .filter(share -> share >= from && share < from + 0.1)
                            .count();
            assertThat(within).isBetween(IDS / 10L - 200, IDS / 10L + 200);
        }
    }

    @Test
    void drawsForDifferentPurposesAreIndependent() {
        long both =
                IntStream.range(0, IDS)
                        .filter(i -> IdHash.share("id-" + i, Draw.TEACHER) < 0.5)
                        .filter(i -> IdHash.share("id-" + i, Draw.HELD_BACK) < 0.5)
                        .count();

        assertThat(both).isBetween(IDS / 4L - 250, IDS / 4L + 250);
    }
}
