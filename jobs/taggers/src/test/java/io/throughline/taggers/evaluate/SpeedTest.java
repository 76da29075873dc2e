package io.throughline.taggers.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeedTest {

    private static final long MILLI = 1_000_000;

    @Test
    void theFirstFifthIsWarmUpAndDoesNotCount() {
        List<Stretch> stretches = new ArrayList<>();
        stretches.add(stretch(10, 100 * MILLI, 5 * MILLI));
        stretches.addAll(Collections.nCopies(9, stretch(10, 10 * MILLI, MILLI)));
        Speed speed = Speed.of(stretches).orElseThrow();

        assertThat(speed.warmUp()).isEqualTo(20);
        assertThat(speed.records()).isEqualTo(80);
        assertThat(speed.recordsPerCpuSecond()).isCloseTo(1000, within(1e-6));
        assertThat(speed.slowestMillis()).isEqualTo(1);
    }

    @Test
    void aSlowEngineWarmsUpForOneCpuSecondAtMost() {
        List<Stretch> stretches = Collections.nCopies(10, stretch(1, 600 * MILLI, 600 * MILLI));

        assertThat(Speed.of(stretches).orElseThrow().warmUp()).isEqualTo(1);
    }

    @Test
    void percentilesAreByRank() {
        List<Answer> answers = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            answers.add(new Answer("a", "a", null, 1, i * MILLI));
        }
        Speed speed =
                Speed.of(List.of(new Stretch(answers, 1000 * MILLI, "1", null))).orElseThrow();

        assertThat(speed.p50Millis()).isEqualTo(50);
        assertThat(speed.p99Millis()).isEqualTo(99);
        assertThat(speed.slowestMillis()).isEqualTo(100);
    }

    @Test
    void wherePlatformsTellNoCpuTimeThereIsNoSpeed() {
        assertThat(Speed.of(List.of(stretch(5, -1, MILLI)))).isEmpty();
        assertThat(Speed.of(List.of())).isEmpty();
    }

    private static Stretch stretch(int rows, long cpuNanos, long nanosEach) {
        Answer answer = new Answer("a", "a", null, 1, nanosEach);
        return new Stretch(Collections.nCopies(rows, answer), cpuNanos, "1", null);
    }
}
