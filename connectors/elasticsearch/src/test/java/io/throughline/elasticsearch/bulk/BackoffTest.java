package io.throughline.elasticsearch.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final double ALMOST_ONE = Math.nextDown(1.0);

    @Test
    void doublesFrom100MsUpTo30S() {
        assertThat(Backoff.DEFAULT.delay(1, ALMOST_ONE)).isEqualTo(99);
        assertThat(Backoff.DEFAULT.delay(2, ALMOST_ONE)).isEqualTo(199);
        assertThat(Backoff.DEFAULT.delay(9, ALMOST_ONE)).isEqualTo(25_599);
        assertThat(Backoff.DEFAULT.delay(10, ALMOST_ONE)).isEqualTo(29_999);
        assertThat(Backoff.DEFAULT.delay(1_000_000, ALMOST_ONE)).isEqualTo(29_999);
    }

    @Test
    void jittersOverTheWholeRangeButAlwaysWaits() {
        assertThat(Backoff.DEFAULT.delay(5, 0)).isEqualTo(1);
        assertThat(Backoff.DEFAULT.delay(5, 0.5)).isEqualTo(800);
    }

    @Test
    void isExhaustedAfterTenMinutes() {
        assertThat(Backoff.DEFAULT.exhausted(1000, 600_999)).isFalse();
        assertThat(Backoff.DEFAULT.exhausted(1000, 601_000)).isTrue();
    }
}
