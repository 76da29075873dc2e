package io.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageTotalTest {

    @Test
    void aLoudChannelDoesNotOwnTheScore() {
        StageTotal total =
                StageTotal.of(
                                Map.of(
                                        "social", new Labelled(800, 0, 0),
                                        "phone", new Labelled(0, 0, 200)),
                                0.5)
                        .orElseThrow();

        assertThat(total.capped()).isTrue();
        assertThat(total.sentiment().n()).isEqualTo(1_000);
        assertThat(total.sentiment().value()).isCloseTo(0, within(1e-9));
        assertThat(total.sentiment().low()).isBetween(-3.0, 0.0);
    }

    @Test
    void whereNoCapBitesItIsThePlainNetSentiment() {
        NetSentiment plain = NetSentiment.of(50, 20, 30).orElseThrow();

        assertThat(total(Map.of("web", new Labelled(50, 20, 30)))).isEqualTo(plain);
        assertThat(
                        total(
                                Map.of(
                                        "web", new Labelled(40, 5, 5),
                                        "phone", new Labelled(10, 15, 25))))
                .isEqualTo(plain);
        assertThat(StageTotal.of(Map.of("web", Labelled.NONE), 0.5)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"80, 15, 5", "800, 150, 50", "180, 15, 5", "40, 6, 4", "990, 10, 0"})
    void theIntervalCoversTheTruth(int one, int two, int three) {
        Random random = new Random(11);
        double[][] shares = {{0.5, 0.2}, {0.25, 0.3}, {0.1, 0.1}};
        int[] sizes = {one, two, three};
        int covered = 0;
        int rounds = 4_000;
        for (int round = 0; round < rounds; round++) {
            Map<String, Labelled> channels = new TreeMap<>();
            double truth = 0;
            for (int channel = 0; channel < sizes.length; channel++) {
                channels.put("c" + channel, draw(random, sizes[channel], shares[channel]));
            }
            StageTotal total = StageTotal.of(channels, 0.5).orElseThrow();
            for (int channel = 0; channel < sizes.length; channel++) {
                truth +=
                        total.weights().getOrDefault("c" + channel, 0.0)
                                * 100
                                * (1 - shares[channel][1] - 2 * shares[channel][0]);
            }
            if (total.sentiment().low() <= truth && truth <= total.sentiment().high()) {
                covered++;
            }
        }

        assertThat(100.0 * covered / rounds).isBetween(92.5, 97.5);
    }

    /** Shares of negative and neutral. */
    private static Labelled draw(Random random, int n, double[] shares) {
        long negative = 0;
        long neutral = 0;
        for (int i = 0; i < n; i++) {
            double at = random.nextDouble();
            if (at < shares[0]) {
                negative++;
            } else if (at < shares[0] + shares[1]) {
                neutral++;
            }
        }
        return new Labelled(negative, neutral, n - negative - neutral);
    }

    private static NetSentiment total(Map<String, Labelled> channels) {
        return StageTotal.of(channels, 0.5).orElseThrow().sentiment();
    }
}
