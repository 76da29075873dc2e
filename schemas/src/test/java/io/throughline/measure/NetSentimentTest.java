package io.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetSentimentTest {

    @Test
    void isTheDifferenceOfTheShares() {
        NetSentiment net = NetSentiment.of(30, 20, 50).orElseThrow();

        assertThat(net.n()).isEqualTo(100);
        assertThat(net.value()).isCloseTo(20, within(1e-9));
        assertThat(net.low()).isBetween(1.0, 4.0);
        assertThat(net.high()).isBetween(35.0, 38.0);
    }

    @Test
    void whatHasNoLabelHasNoNetSentiment() {
        assertThat(NetSentiment.of(0, 0, 0)).isEmpty();
    }

    @Test
    void oneVoiceSaysLittle() {
        NetSentiment net = NetSentiment.of(0, 0, 1).orElseThrow();

        assertThat(net.value()).isEqualTo(100);
        assertThat(net.high()).isEqualTo(100);
        assertThat(net.low()).isLessThan(0);
    }

    @Test
    void turnsRoundWithTheLabels() {
        NetSentiment one = NetSentiment.of(3, 4, 9).orElseThrow();
        NetSentiment other = NetSentiment.of(9, 4, 3).orElseThrow();

        assertThat(one.low()).isCloseTo(-other.high(), within(1e-9));
        assertThat(one.high()).isCloseTo(-other.low(), within(1e-9));
    }

    /** Every outcome of n labels, weighted by its probability: no sampling. */
    @ParameterizedTest
    @CsvSource({
        "20, 0.3, 0.5",
        "20, 0.5, 0.5",
        "20, 0.1, 0.1",
        "50, 0.2, 0.6",
        "50, 0.05, 0.9",
        "50, 0.33, 0.33"
    })
    void coversTheTruthInAboutNinetyFiveOfAHundred(int n, double negative, double positive) {
        double covered = 0;
        double truth = 100 * (positive - negative);
        for (int minus = 0; minus <= n; minus++) {
            for (int plus = 0; plus + minus <= n; plus++) {
                NetSentiment net = NetSentiment.of(minus, n - minus - plus, plus).orElseThrow();
                if (net.low() <= truth + 1e-9 && truth <= net.high() + 1e-9) {
                    covered += probability(n, minus, plus, negative, positive);
                }
            }
        }

        assertThat(covered).isBetween(0.93, 0.99);
    }

    private static double probability(
            int n, int minus, int plus, double negative, double positive) {
        double neutral = Math.max(0, 1 - negative - positive);
        int rest = n - minus - plus;
        double log =
                logFactorial(n) - logFactorial(minus) - logFactorial(plus) - logFactorial(rest);
        return Math.exp(log)
                * Math.pow(negative, minus)
                * Math.pow(positive, plus)
                * (rest == 0 ? 1 : Math.pow(neutral, rest));
    }

    private static double logFactorial(int n) {
        double log = 0;
        for (int factor = 2; factor <= n; factor++) {
            log += Math.log(factor);
        }
        return log;
    }
}
