package io.throughline.taggers.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LexiconCountsTest {

    @Test
    void aNegatedWordIsCountedApart() {
        assertThat(LexiconCounts.of("it is good")).isNotEqualTo(LexiconCounts.of("it is not good"));
        assertThat(LexiconCounts.of("not good")[Lexicon.POSITIVE - 1]).isZero();
        assertThat(LexiconCounts.of("so good")[Lexicon.POSITIVE - 1]).isEqualTo(1);
    }

    @Test
    void noCountIsAboveThree() {
        float[] counts = LexiconCounts.of("good ".repeat(50) + "!!! ??? ".repeat(9));
        assertThat(counts[Lexicon.POSITIVE - 1]).isEqualTo(3);
        assertThat(counts).hasSize(LexiconCounts.SIZE);
    }

    @Test
    void whoIsNamedOrLinkedTellsNothing() {
        assertThat(LexiconCounts.of("the app @lumio is good"))
                .isEqualTo(LexiconCounts.of("the app @other is good"));
        float[] plain = LexiconCounts.of("nice shop");
        assertThat(LexiconCounts.of("nice shop http://x.example/1")).isEqualTo(plain);
    }

    @Test
    void whatAnotherPersonSaidDoesNotCount() {
        assertThat(LexiconCounts.of("> terrible\nthanks")[Lexicon.STRONG_NEGATIVE - 1]).isZero();
    }

    @Test
    void nothingGivesNoCounts() {
        assertThat(LexiconCounts.of("")).containsOnly(0);
    }
}
