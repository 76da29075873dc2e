package io.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NetSentimentChangeTest {

    @Test
    void isSureOnlyWhenBothSidesHoldEnough() {
        NetSentimentChange few = change(of(2, 1, 3), of(3, 1, 2));
        NetSentimentChange many = change(of(200, 100, 300), of(300, 100, 200));

        assertThat(few.value()).isEqualTo(many.value(), within(1e-9));
        assertThat(few.high()).isPositive();
        assertThat(many.high()).isNegative();
    }

    @Test
    void noChangeLiesInTheMiddleOfItsInterval() {
        NetSentimentChange none = change(of(20, 20, 20), of(20, 20, 20));

        assertThat(none.value()).isZero();
        assertThat(none.low()).isEqualTo(-none.high(), within(1e-9));
    }

    @Test
    void turnsRoundWithItsSides() {
        NetSentimentChange there = change(of(3, 4, 9), of(30, 1, 2));
        NetSentimentChange back = change(of(30, 1, 2), of(3, 4, 9));

        assertThat(there.value()).isEqualTo(-back.value(), within(1e-9));
        assertThat(there.low()).isEqualTo(-back.high(), within(1e-9));
    }

    private static NetSentimentChange change(NetSentiment before, NetSentiment after) {
        return NetSentimentChange.between(before, after);
    }

    private static NetSentiment of(long negative, long neutral, long positive) {
        return NetSentiment.of(negative, neutral, positive).orElseThrow();
    }
}
