package io.throughline.domain.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.alert.Direction;
import io.throughline.alert.Onset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ChangePointTest {

    private static final long WINDOW = 300;

    @Test
    void aCliffIsFoundWhereItIs() {
        List<ScoredWindow> windows = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            windows.add(window(i, 20, i < 70 ? 5 : 18));
        }

        Onset onset = ChangePoint.of(windows, Direction.DROP, WINDOW);

        assertThat(onset.at()).isEqualTo(at(70));
        assertThat(onset.earliest()).isEqualTo(at(70));
        assertThat(onset.latest()).isEqualTo(at(71));
    }

    @Test
    void theIntervalHoldsTheChangeAsOftenAsItSays() {
        SplittableRandom random = new SplittableRandom(11);
        int held = 0;
        for (int run = 0; run < 400; run++) {
            List<ScoredWindow> windows = new ArrayList<>();
            int change = 50 + random.nextInt(100);
            for (int i = 0; i < 200; i++) {
                int negative = 0;
                for (int k = 0; k < 3; k++) {
                    negative += random.nextDouble() < (i < change ? 0.25 : 0.45) ? 1 : 0;
                }
                windows.add(window(i, 3, negative));
            }
            Onset onset = ChangePoint.of(windows, Direction.DROP, WINDOW);
            held +=
                    onset.earliest().isAfter(at(change)) || onset.latest().isBefore(at(change))
                            ? 0
                            : 1;
        }

        assertThat(held / 400.0).isBetween(0.92, 1.0);
    }

    private static Instant at(long index) {
        return Instant.ofEpochSecond(index * WINDOW);
    }

    private static ScoredWindow window(long index, long count, long negative) {
        return new ScoredWindow(
                index * WINDOW,
                new String[] {"web"},
                new long[] {count},
                new long[] {count * 1_000_000},
                new long[] {negative * 1_000_000},
                new double[] {0.25},
                new long[0],
                count,
                1);
    }
}
