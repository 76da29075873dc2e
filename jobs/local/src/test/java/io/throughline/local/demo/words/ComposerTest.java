package io.throughline.local.demo.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComposerTest {

    private static final List<String> TOPICS =
            List.of(
                    "quote",
                    "onboarding",
                    "billing",
                    "change",
                    "help",
                    "app",
                    "claim",
                    "assistance",
                    "renewal");

    private static final Composer COMPOSER = new Composer(TOPICS);

    static Stream<String> topics() {
        return TOPICS.stream();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyFeelingAndLengthGivesCleanSentences(String topic) {
        for (Feeling feeling : Feeling.values()) {
            for (Length length : Length.values()) {
                for (int i = 0; i < 60; i++) {
                    Dice dice = Dice.of(3, topic + feeling + length, i);
                    Story story = COMPOSER.tell(topic, null, feeling, length, dice);
                    assertThat(story.text())
                            .doesNotContain("{", "}", "<", ">", "|", "  ", " ,", "..  ")
                            .matches("(?s)\\S.*\\S");
                    assertThat(story.title()).isNotBlank();
                    assertThat(story.sentences()).doesNotHaveDuplicates();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    void longerMeansMore(String topic) {
        assertThat(meanLength(topic, Length.SHORT)).isLessThan(meanLength(topic, Length.MEDIUM));
        assertThat(meanLength(topic, Length.MEDIUM)).isLessThan(meanLength(topic, Length.LONG));
        assertThat(meanLength(topic, Length.LONG)).isLessThan(meanLength(topic, Length.ESSAY));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void shortSentencesAreManifold(String topic) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            Dice dice = Dice.of(4, topic, i);
            seen.add(COMPOSER.tell(topic, null, Feeling.NEGATIVE, Length.SHORT, dice).text());
        }

        assertThat(seen).hasSizeGreaterThan(40);
    }

    @Test
    void scenarioIsKeptTo() {
        for (int i = 0; i < 60; i++) {
            Dice dice = Dice.of(5, "callback", i);
            Story story = COMPOSER.tell("claim", "callback", Feeling.NEGATIVE, Length.MEDIUM, dice);
            assertThat(story.text().toLowerCase(java.util.Locale.ROOT))
                    .containsAnyOf("adjuster", "claim");
        }
    }

    @Test
    void linesTakeTheWordsTheyAreGiven() {
        String line = COMPOSER.line("offer of card", Map.of("card", "4000"), Dice.of(1, "line", 1));

        assertThat(line).contains("4000");
    }

    @Test
    void namesKeepTheirCapital() {
        assertThat(COMPOSER.isName("Priya")).isTrue();
        assertThat(COMPOSER.isName("Nobody")).isFalse();
    }

    private static double meanLength(String topic, Length length) {
        double sum = 0;
        for (int i = 0; i < 120; i++) {
            Dice dice = Dice.of(6, topic + length, i);
            sum += COMPOSER.tell(topic, null, Feeling.NEGATIVE, length, dice).text().length();
        }
        return sum / 120;
    }
}
