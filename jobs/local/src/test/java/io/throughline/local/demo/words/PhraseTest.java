package io.throughline.local.demo.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PhraseTest {

    private static final Map<String, List<String>> SLOTS =
            Map.of(
                    "car",
                    List.of("Kia", "Jeep", "Mazda", "Camry"),
                    "day",
                    List.of("<Mon|Tues>day"));

    @Test
    void alternativesNestAndMayBeEmpty() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            seen.add(phrase(i).unfold("It <is|was <really|> bad>."));
        }

        assertThat(seen).containsExactlyInAnyOrder("It is.", "It was really bad.", "It was  bad.");
    }

    @Test
    void slotKeepsItsWordForTheWholeStory() {
        for (int i = 0; i < 50; i++) {
            Phrase phrase = phrase(i);
            assertThat(phrase.unfold("{car}")).isEqualTo(phrase.unfold("{car}"));
        }
    }

    @Test
    void wordsOfSlotsUnfoldToo() {
        assertThat(phrase(1).unfold("{day}")).isIn("Monday", "Tuesday");
    }

    @Test
    void settledSlotsAreTakenAsTheyAre() {
        Phrase phrase = new Phrase(SLOTS, Map.of("card", "4111"), Dice.of(1, "phrase", 1));

        assertThat(phrase.unfold("<It is|It's> {card}.")).endsWith(" 4111.");
    }

    @Test
    void unknownSlotsAndOpenAlternativesAreRefused() {
        assertThatThrownBy(() -> phrase(1).unfold("{boat}")).hasMessageContaining("{boat}");
        assertThatThrownBy(() -> phrase(1).unfold("a <b|c")).hasMessageContaining("never closed");
    }

    private static Phrase phrase(long number) {
        return new Phrase(SLOTS, Map.of(), Dice.of(1, "phrase", number));
    }
}
