package io.throughline.domain.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.alert.Direction;
import io.throughline.alert.Onset;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangePointTest {

    private static final long WINDOW = 300;

    @Test
    void aCliffIsFoundWhereItIs() {
        List<ScoredWindow> windows = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            windows.add(window(i, 20, i < 70 ? 5 : 18));
        }

        Onset onset = ChangePoint.of(windows, Direction.DROP, WINDOW, Long.MAX_VALUE);

        assertThat(onset.at()).isEqualTo(at(70));
        assertThat(onset.earliest()).isEqualTo(at(70));
        assertThat(onset.latest()).isEqualTo(at(71));
    }

    @ParameterizedTest
    @CsvSource({"0.35", "0.45", "0.65", "0.85"})
    void theIntervalHoldsTheChangeAsOftenAsItSays(double after) {
        SplittableRandom random = new SplittableRandom(11);
        int held = 0;
        for (int run = 0; run < 400; run++) {
            int change = 50 + random.nextInt(100);
            Onset onset =
                    ChangePoint.of(
                            windows(random, change, after), Direction.DROP, WINDOW, Long.MAX_VALUE);
            held +=
                    onset.earliest().isAfter(at(change)) || onset.latest().isBefore(at(change))
                            ? 0
                            : 1;
        }

        assertThat(held / 400.0).isBetween(0.92, 1.0);
    }

    @Test
    void aLargeChangeHasAShortInterval() {
        SplittableRandom random = new SplittableRandom(12);
        double windows = 0;
        for (int run = 0; run < 200; run++) {
            Onset onset =
                    ChangePoint.of(
                            windows(random, 100, 0.85), Direction.DROP, WINDOW, Long.MAX_VALUE);
            windows += Duration.between(onset.earliest(), onset.latest()).toSeconds() / WINDOW;
        }

        assertThat(windows / 200).isLessThan(4.5);
    }

    /** Three a window, a quarter of them negative before the change. */
    private static List<ScoredWindow> windows(SplittableRandom random, int change, double after) {
        List<ScoredWindow> windows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int negative = 0;
            for (int k = 0; k < 3; k++) {
                negative += random.nextDouble() < (i < change ? 0.25 : after) ? 1 : 0;
            }
            windows.add(window(i, 3, negative));
        }
        return windows;
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
