package io.throughline.domain.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TermsTest {

    @Test
    void wordsAndPairsOfWordsEachOnce() {
        assertThat(
                        Terms.of(
                                "The adjuster never called. Adjuster gone, customer service poor",
                                "en"))
                .containsExactly(
                        "adjuster",
                        "called",
                        "never called",
                        "customer",
                        "service",
                        "customer service",
                        "poor",
                        "service poor");
    }

    @Test
    void aNegationTurnsItsWordHoweverItIsWritten() {
        assertThat(Terms.of("It doesn't work, it doesn’t work; not working", null))
                .containsExactly("work", "not work", "working", "not working");
    }

    @Test
    void nothingSpansAStopWordOrAComma() {
        assertThat(Terms.of("waiting for payout, adjuster", "en"))
                .containsExactly("waiting", "payout", "adjuster");
    }

    @Test
    void linksMentionsDigitsAndPlaceholdersSayNothing() {
        assertThat(
                        Terms.of(
                                "@desk call [PHONE_NUMBER] 555 https://example.org/claim &amp; #refund",
                                "en"))
                .containsExactly("call", "refund");
    }

    @Test
    void aLanguageWithoutAListLosesItsShortWords() {
        assertThat(Terms.of("der Antrag ist seit Wochen offen", "de"))
                .containsExactly(
                        "antrag", "seit", "wochen", "seit wochen", "offen", "wochen offen");
    }

    @Test
    void scriptsWithoutSpacesGivePairsOfCharacters() {
        assertThat(Terms.of("理赔很慢", "zh")).containsExactly("理赔", "赔很", "很慢");
    }

    @Test
    void aTextGivesABoundedNumberOfBoundedTerms() {
        StringBuilder text = new StringBuilder("x".repeat(1_000)).append(' ');
        for (int i = 0; i < 10_000; i++) {
            text.append("word").append((char) ('a' + i % 26)).append((char) ('a' + i / 26 % 26));
            text.append(' ');
        }
        List<String> terms = Terms.of(text.toString(), "en");

        assertThat(terms).hasSize(Terms.MOST).allMatch(term -> term.length() <= 61);
        assertThat(Terms.of(null, "en")).isEmpty();
        assertThat(Terms.of("\uD83D \uDE00 ...", "en")).isEmpty();
    }
}
