package io.throughline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelWeightsTest {

    @ParameterizedTest
    @CsvSource({"50, 0.5", "60, 0.5", "80, 0.5", "83, 0.5", "90, 0.7", "99, 0.97"})
    void theLoudestWeighsAtMostHalfUnlessOthersWouldCountMoreThanThrice(long loud, double weight) {
        Map<String, Double> weights = weights(0.5, loud, 100 - loud, 0);

        assertThat(weights.get("a")).isCloseTo(weight, within(1e-9));
        assertThat(weights.values().stream().mapToDouble(w -> w).sum()).isCloseTo(1, within(1e-12));
        assertThat(weights).doesNotContainKey("c");
    }

    @Test
    void theOthersShareTheRestByWhatTheyHave() {
        Map<String, Double> weights = weights(0.5, 800, 150, 50);

        assertThat(weights.get("a")).isCloseTo(0.5, within(1e-12));
        assertThat(weights.get("b")).isCloseTo(0.375, within(1e-12));
        assertThat(weights.get("c")).isCloseTo(0.125, within(1e-12));
    }

    @Test
    void oneChannelAloneWeighsAllAndACapOfOneCapsNothing() {
        assertThat(weights(0.5, 10, 0, 0)).isEqualTo(Map.of("a", 1.0));
        assertThat(weights(1, 800, 150, 50).get("a")).isEqualTo(0.8);
        assertThat(ChannelWeights.of(Map.of(), 0.5)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> weights(0.4, 1, 1, 1));
    }

    private static Map<String, Double> weights(double cap, long a, long b, long c) {
        return ChannelWeights.of(
                Map.of(
                        "a", new Labelled(a, 0, 0),
                        "b", new Labelled(0, b, 0),
                        "c", new Labelled(0, 0, c)),
                cap);
    }
}
