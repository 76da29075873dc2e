package io.throughline.contestants.vader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.throughline.domain.tagging.Engines;
import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.Abstention;
import io.throughline.model.SentimentLabel;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VaderEngineTest {

    private final SentimentTagger tagger = Engines.sentiment("vader").tagger();

    /** Scores that the documentation of the reference gives for its examples. */
    @ParameterizedTest
    @CsvSource({
        "'VADER is smart, handsome, and funny.', 0.8316",
        "'VADER is smart, handsome, and funny!', 0.8439",
        "'VADER is very smart, handsome, and funny.', 0.8545",
        "'VADER is VERY SMART, handsome, and FUNNY.', 0.9227",
        "'VADER is VERY SMART, handsome, and FUNNY!!!', 0.9342",
        "'VADER is VERY SMART, uber handsome, and FRIGGIN FUNNY!!!', 0.9469",
        "'VADER is not smart, handsome, nor funny.', -0.7424",
        "The book was good., 0.4404",
        "At least it isn't a horrible book., 0.431",
        "The book was only kind of good., 0.3832",
        "'The plot was good, but the characters are uncompelling and the dialog is not great.', -0.7042",
        "Today SUX!, -0.5461",
        "'Today only kinda sux! But I''ll get by, lol', 0.5249",
        "Make sure you :) or :D today!, 0.8633",
        "Not bad at all, 0.431",
    })
    void scoresAsTheReferenceDoes(String text, double compound) {
        assertThat(tagger.tag(Verbatim.of(text)).score()).isCloseTo(compound, within(5e-5));
    }

    @ParameterizedTest
    @CsvSource({
        "Sentiment analysis has never been good., NEGATIVE",
        "Sentiment analysis has never been this good!, POSITIVE",
        "'With VADER, sentiment analysis is the shit!', POSITIVE",
        "'Without a doubt, an excellent idea.', POSITIVE",
        "One of the least compelling variations on this theme., NEGATIVE",
        "Where is gate twelve, NEUTRAL",
    })
    void labelsByTheDocumentedThresholds(String text, SentimentLabel label) {
        assertThat(tagger.tag(Verbatim.of(text)).label()).isEqualTo(label);
    }

    @Test
    void withoutTextThereIsNoAnswer() {
        assertThat(tagger.tag(Verbatim.of(" ")).abstention()).isEqualTo(Abstention.NO_TEXT);
    }

    @Test
    void aMegabyteTakesSeconds() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> tagger.tag(Verbatim.of("not good ".repeat(120_000))));
    }
}
