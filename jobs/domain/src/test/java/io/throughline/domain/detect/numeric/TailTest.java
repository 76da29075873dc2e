package io.throughline.domain.detect.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TailTest {

    @Test
    void nothingIsSaidWhileLearning() {
        Tail tail = new Tail(0.1, 1_000, 50);
        for (int number = 0; number < 49; number++) {
            tail.next(number % 5);
        }

        assertThat(tail.next(1_000)).isZero();
        assertThat(tail.next(1_000)).isPositive();
    }

    @Test
    void anExponentialTailIsFound() {
        Tail tail = new Tail(0.02, 5_000, 100);
        Random random = new Random(5);
        for (int number = 0; number < 5_000; number++) {
            tail.next(-Math.log(1 - random.nextDouble()));
        }

        // chances of 1 in 1,000 and 1 in 100,000
        assertThat(tail.next(3 * Math.log(10))).isCloseTo(3, within(0.2));
        assertThat(tail.next(5 * Math.log(10))).isCloseTo(5, within(0.5));
        assertThat(tail.next(1)).isZero();
    }

    @Test
    void theUnitDoesNotMatter() {
        Tail small = new Tail(0.05, 500, 50);
        Tail great = new Tail(0.05, 500, 50);
        Random random = new Random(6);
        for (int number = 0; number < 600; number++) {
            double one = random.nextDouble();
            double said = small.next(one);

            assertThat(great.next(1_000 * one)).isCloseTo(said, within(1e-6));
        }
    }

    @Test
    void anyChangeIsRareWhereThereNeverWasOne() {
        Tail tail = new Tail(0.02, 500, 50);
        for (int number = 0; number < 100; number++) {
            assertThat(tail.next(0)).isZero();
        }

        assertThat(tail.next(0.1)).isGreaterThan(100);
    }
}
