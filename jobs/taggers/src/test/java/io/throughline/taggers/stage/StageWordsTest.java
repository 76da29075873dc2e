package io.throughline.taggers.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageWordsTest {

    @ParameterizedTest
    @CsvSource({
        "cancelled, cancelling",
        "bills, bill",
        "delivery, deliveries",
        "charged, charge",
        "installing, installed",
        "refunds, refunded"
    })
    void formsOfAWordAreOne(String one, String other) {
        assertThat(StageWords.root(one)).isEqualTo(StageWords.root(other));
    }

    @Test
    void commonWordsTellNothing() {
        assertThat(StageWords.of("i just want to know what they did with it")).isEmpty();
    }

    @Test
    void pairsDoNotReachOverAPause() {
        assertThat(StageWords.of("late bus. red roof").keySet())
                .contains("late bus".replace("late", StageWords.root("late")), "red roof")
                .noneMatch(feature -> feature.startsWith("bus "));
    }
}
