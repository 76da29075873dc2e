package io.throughline.nlp.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.domain.tagging.EngineUnavailableException;
import io.throughline.domain.tagging.Engines;
import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.Abstention;
import io.throughline.model.Sentiment;
import io.throughline.model.SentimentLabel;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinearSentimentEngineTest {

    private final SentimentTagger tagger = Engines.sentiment("corenlp-linear").tagger();

    @ParameterizedTest
    @CsvSource({
        "I love it and the staff were wonderful, POSITIVE",
        "Terrible service and nobody answers, NEGATIVE",
        "How do I change my address?, NEUTRAL"
    })
    void plainCasesAreRight(String text, SentimentLabel label) {
        Sentiment sentiment = tag(text);

        assertThat(sentiment.label()).isEqualTo(label);
        assertThat(sentiment.engine()).isEqualTo("corenlp-linear");
        assertThat(sentiment.model()).isEqualTo("corenlp-linear-v1");
        assertThat(sentiment.confidence()).isBetween(1 / 3.0, 1.0);
    }

    @Test
    void theScoreSaysWhichWayAndHowFar() {
        assertThat(tag("absolutely wonderful, I love it").score()).isGreaterThan(0.7);
        assertThat(tag("absolutely terrible, I hate it").score()).isLessThan(-0.7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "https://acme.example/x", "@AcmeAir", "\u200B"})
    void nothingToReadIsSaid(String text) {
        Verbatim verbatim = new Verbatim(List.of(text), null, null, null);

        assertThat(tagger.tag(verbatim).abstention()).isEqualTo(Abstention.NO_TEXT);
    }

    @Test
    void noTurnsAreNoText() {
        assertThat(tagger.tag(Verbatim.of(null)).abstention()).isEqualTo(Abstention.NO_TEXT);
    }

    @Test
    void onlyEnglishIsRead() {
        List<String> text = List.of("c'est terrible");

        assertThat(tagger.tag(new Verbatim(text, "fr", null, null)).abstention())
                .isEqualTo(Abstention.LANGUAGE);
        assertThat(tagger.tag(new Verbatim(text, "en-GB", null, null)).label()).isNotNull();
        assertThat(tagger.tag(new Verbatim(text, "und", null, null)).label()).isNotNull();
        assertThat(tagger.tag(new Verbatim(text, null, null, null)).label()).isNotNull();
    }

    @Test
    void turnsAreRolledUp() {
        List<String> turns =
                List.of(
                        "Hello, this is Ann Example.",
                        "Yes, the number is 4711.",
                        "You lost my bag and your staff were rude, this is terrible!",
                        "Yes.");

        assertThat(tagger.tag(new Verbatim(turns, "en", null, null)).label())
                .isEqualTo(SentimentLabel.NEGATIVE);
    }

    @Test
    void theModelIsLoadedOnce() {
        assertThat(Engines.sentiment("corenlp-linear").tagger()).isSameAs(tagger);
    }

    @Test
    void manyThreadsGetTheAnswersOfOne() {
        List<String> texts =
                IntStream.range(0, 300)
                        .mapToObj(i -> (i % 3 == 0 ? "lovely " : "broken ") + "thing number " + i)
                        .toList();

        assertThat(texts.parallelStream().map(this::tag).toList())
                .isEqualTo(texts.stream().map(this::tag).toList());
    }

    @Test
    void aModelThatCannotBeReadSaysWhatToDo() {
        assertThatThrownBy(() -> LinearSentimentEngine.load("/no/such/model"))
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessageContaining("/no/such/model")
                .hasMessageContaining("throughline train");
    }

    private Sentiment tag(String text) {
        return tagger.tag(Verbatim.of(text));
    }
}
