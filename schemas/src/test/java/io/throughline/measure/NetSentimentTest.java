package io.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NetSentimentTest {

    @Test
    void isShareOfPositiveMinusShareOfNegative() {
        NetSentiment found = NetSentiment.of(10, 20, 70).orElseThrow();

        assertThat(found.n()).isEqualTo(100);
        assertThat(found.value()).isEqualTo(60, within(1e-9));
        assertThat(found.low()).isBetween(40.0, 60.0);
        assertThat(found.high()).isBetween(60.0, 80.0);
    }

    @Test
    void isNothingWithoutLabels() {
        assertThat(NetSentiment.of(0, 0, 0)).isEmpty();
    }

    @Test
    void staysWithinItsScale() {
        NetSentiment best = NetSentiment.of(0, 0, 3).orElseThrow();

        assertThat(best.value()).isEqualTo(100);
        assertThat(best.high()).isEqualTo(100);
        assertThat(best.low()).isBetween(-100.0, 100.0);
    }

    @Test
    void mirrorsWhenLabelsAreSwapped() {
        NetSentiment one = NetSentiment.of(7, 5, 30).orElseThrow();
        NetSentiment other = NetSentiment.of(30, 5, 7).orElseThrow();

        assertThat(one.value()).isEqualTo(-other.value(), within(1e-9));
        assertThat(one.low()).isEqualTo(-other.high(), within(1e-9));
    }

    @Test
    void changeIsSureOnlyWhenBothSidesHoldEnough() {
        NetSentimentChange few =
                NetSentimentChange.between(
                        NetSentiment.of(2, 1, 3).orElseThrow(),
                        NetSentiment.of(3, 1, 2).orElseThrow());
        NetSentimentChange many =
                NetSentimentChange.between(
                        NetSentiment.of(200, 100, 300).orElseThrow(),
                        NetSentiment.of(300, 100, 200).orElseThrow());

        assertThat(few.value()).isEqualTo(many.value(), within(1e-9));
        assertThat(few.high()).isPositive();
        assertThat(many.high()).isNegative();
    }

    @Test
    void noChangeLiesInTheMiddleOfItsInterval() {
        NetSentiment same = NetSentiment.of(20, 20, 20).orElseThrow();
        NetSentimentChange none = NetSentimentChange.between(same, same);

        assertThat(none.value()).isZero();
        assertThat(none.low()).isEqualTo(-none.high(), within(1e-9));
    }
}
