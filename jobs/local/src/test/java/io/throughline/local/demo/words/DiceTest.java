package io.throughline.local.demo.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiceTest {

    @Test
    void sameSeedPurposeAndNumberFallTheSameWay() {
        assertThat(Dice.of(1, "a", 2).characters("abcdef", 30))
                .isEqualTo(Dice.of(1, "a", 2).characters("abcdef", 30))
                .isNotEqualTo(Dice.of(2, "a", 2).characters("abcdef", 30))
                .isNotEqualTo(Dice.of(1, "b", 2).characters("abcdef", 30))
                .isNotEqualTo(Dice.of(1, "a", 3).characters("abcdef", 30));
    }

    @Test
    void firstRollsOfNeighboursAreUnrelated() {
        double sum = 0;
        for (int i = 0; i < 2000; i++) {
            sum += Math.abs(Dice.of(1, "a", i).fraction() - Dice.of(1, "a", i + 1).fraction());
        }

        assertThat(sum / 2000).isCloseTo(1 / 3.0, within(0.03));
    }

    @Test
    void weightsAreKept() {
        Map<String, Double> weights = new LinkedHashMap<>();
        weights.put("often", 3.0);
        weights.put("never", 0.0);
        weights.put("seldom", 1.0);
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i < 4000; i++) {
            counts.merge(Dice.of(7, "w", i).weighted(weights), 1, Integer::sum);
        }

        assertThat(counts).containsOnlyKeys("often", "seldom");
        assertThat(counts.get("often")).isBetween(2850, 3150);
    }

    @Test
    void waitingTimesHaveTheirMean() {
        double sum = 0;
        for (int i = 0; i < 4000; i++) {
            sum += Dice.of(3, "wait", i).waiting(1000);
        }

        assertThat(sum / 4000).isCloseTo(1000, within(60.0));
    }
}
