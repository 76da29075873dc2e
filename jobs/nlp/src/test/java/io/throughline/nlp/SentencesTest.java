package io.throughline.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.domain.tagging.Engines;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.SentimentLabel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

    private static final String TWENTY_WORDS =
            "On Monday I went to the desk on the third floor and asked about my account number"
                    + " there again.";

    @Test
    void aTurnOfOrdinaryLengthIsLeftWhole() {
        String text = "Good. Bad. " + TWENTY_WORDS;

        assertThat(Sentences.ofLong(text)).containsExactly(text);
    }

    @Test
    void aLongTurnIsCutAtItsFullStopsAndEmptyLines() {
        String text = (TWENTY_WORDS + " ").repeat(5) + "No stop here\n\nand there";

        assertThat(Sentences.ofLong(text))
                .hasSize(7)
                .startsWith(TWENTY_WORDS)
                .endsWith("No stop here", "and there");
    }

    @Test
    void speechIsCutBeforeWordsThatOpenAClause() {
        String clause = "and i waited an hour for somebody to pick up the phone ";

        List<String> pieces = Sentences.ofLong(clause.repeat(10));

        assertThat(pieces).hasSize(4).allMatch(piece -> piece.startsWith("and i waited"));
        assertThat(String.join(" ", pieces)).isEqualTo(clause.repeat(10).strip());
    }

    @Test
    void withoutAnyPlaceToCutPiecesAreOfEqualLength() {
        assertThat(Sentences.ofLong("word ".repeat(100)))
                .extracting(piece -> piece.split(" ").length)
                .containsExactly(40, 40, 20);
    }

    @Test
    void nothingThatWasSaidIsLost() {
        String markup = "<p> ".repeat(100).strip();

        assertThat(String.join(" ", Sentences.ofLong(markup))).isEqualTo(markup);
    }

    @ParameterizedTest
    @ValueSource(strings = {"corenlp-linear", "corenlp-classifier"})
    void oneClearSentenceIsNotDrownedInALongStory(String engine) {
        Verbatim story =
                Verbatim.of(
                        TWENTY_WORDS.repeat(4)
                                + " The whole experience was absolutely awful. "
                                + TWENTY_WORDS.repeat(4));

        assertThat(Engines.sentiment(engine).tagger().tag(story).label())
                .isEqualTo(SentimentLabel.NEGATIVE);
    }
}
