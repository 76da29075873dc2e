package io.throughline.contestants.charts;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.domain.detect.Cell;
import io.throughline.domain.detect.WindowSums;
import io.throughline.domain.detect.rival.Rival;
import io.throughline.domain.detect.rival.RivalWatch;
import io.throughline.domain.detect.rival.Rivals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChartRivalsTest {

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Instant BEGIN = Instant.parse("2026-03-02T00:00:00Z");
    private static final int WINDOWS_A_DAY = 288;
    private static final long MICROS = 1_000_000;

    @Test
    void allWaysAreFound() {
        assertThat(Rivals.found())
                .extracting(rival -> rival.id() + " " + rival.setting())
                .containsExactlyInAnyOrder(
                        "fixed-threshold 1h",
                        "fixed-threshold 6h",
                        "fixed-threshold 24h",
                        "p-chart 1h",
                        "p-chart 6h",
                        "p-chart 24h",
                        "ewma 1h",
                        "ewma 6h",
                        "ewma 24h",
                        "windowed-gaussian 1h",
                        "windowed-gaussian 6h",
                        "windowed-gaussian 24h",
                        "plain-cusum each window");
    }

    @Test
    void eachSeesALastingDropWellAboveWhatItSaysOfASteadyStage() {
        for (Rival rival : Rivals.found()) {
            double steady = highest(rival, 0.25);
            double dropped = highest(rival, 0.75);
            assertThat(dropped).as(rival.id() + " " + rival.setting()).isGreaterThan(1.2 * steady);
            assertThat(rival.thresholds()).isSorted();
            assertThat(dropped).isGreaterThan(rival.thresholds()[0]);
        }
    }

    @Test
    void aFixedThresholdIsThePointsAboveTheUsualShare() {
        RivalWatch watch = new FixedThreshold(1).watch(WINDOW);
        for (int i = 0; i < 2 * WINDOWS_A_DAY; i++) {
            watch.next(window(i, 4, 1));
        }
        double statistic = RivalWatch.NOTHING;
        for (int i = 0; i < 12; i++) {
            statistic = watch.next(window(2 * WINDOWS_A_DAY + i, 4, 2));
        }
        assertThat(statistic).isCloseTo(0.25, org.assertj.core.data.Offset.offset(0.001));
    }

    @Test
    void silenceDecidesNothing() {
        for (Rival rival : Rivals.found()) {
            RivalWatch watch = rival.watch(WINDOW);
            for (int i = 0; i < WINDOWS_A_DAY; i++) {
                assertThat(watch.next(null)).isNaN();
            }
        }
    }

    /** The highest statistic of the last two days of 30, with 6 items a window. */
    private static double highest(Rival rival, double later) {
        Random random = new Random(5);
        RivalWatch watch = rival.watch(WINDOW);
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < 30 * WINDOWS_A_DAY; i++) {
            boolean last = i >= 28 * WINDOWS_A_DAY;
            long negative = 0;
            for (int item = 0; item < 6; item++) {
                negative += random.nextDouble() < (last ? later : 0.25) ? 1 : 0;
            }
            double statistic = watch.next(window(i, 6, negative));
            if (last && statistic > highest) {
                highest = statistic;
            }
        }
        return highest;
    }

    private static WindowSums window(long at, long count, long negative) {
        return new WindowSums(
                BEGIN.plus(WINDOW.multipliedBy(at)),
                List.of(
                        new Cell(
                                "web",
                                count,
                                count * MICROS,
                                negative * MICROS,
                                0,
                                Set.of(),
                                count)));
    }
}
