package io.throughline.domain.detect.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistoryTest {

    private final History history = new History(3);

    @Test
    void keepsTheNewest() {
        for (int number = 1; number <= 20; number++) {
            history.add(number);

            assertThat(history.size()).isEqualTo(Math.min(number, 3));
            assertThat(history.back(0)).isEqualTo(number);
        }
        assertThat(history.copy()).containsExactly(18, 19, 20);
        assertThat(history.back(2)).isEqualTo(18);
    }

    @Test
    void meanAndDeviationAreOfWhatIsKept() {
        history.add(1_000);
        history.add(1);
        history.add(2);
        history.add(3);

        assertThat(history.mean()).isEqualTo(2);
        assertThat(history.deviation()).isEqualTo(Math.sqrt(2.0 / 3));
    }

    @Test
    void anEmptyOneHasNeither() {
        assertThat(history.mean()).isZero();
        assertThat(history.deviation()).isZero();
        assertThat(history.copy()).isEmpty();
    }
}
