package io.throughline.nlp.rntn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.domain.tagging.EngineUnavailableException;
import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.Abstention;
import io.throughline.model.SentimentLabel;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StockSentimentEngineTest {

    @Test
    void withoutTheModelsItSaysWhichParserIsMissing(@TempDir Path empty) {
        LoadedOnce loaded =
                new LoadedOnce(
                        StockSentimentEngine.ID,
                        StockSentimentEngine.ENTRIES,
                        StockSentimentTagger::new);

        Fetched.withModelsIn(
                empty,
                () ->
                        assertThatThrownBy(loaded::tagger)
                                .isInstanceOf(EngineUnavailableException.class)
                                .hasMessageContaining("corenlp-stock")
                                .hasMessageContaining("englishPCFG"));
    }

    /** Skipped where the models have not been fetched. */
    @Nested
    class WithModels {

        private final SentimentTagger tagger =
                Fetched.tagger("corenlp-stock", StockSentimentEngine.ENTRIES);

        @Test
        void plainCasesAreRight() {
            assertThat(label("The staff were wonderful and I love it."))
                    .isEqualTo(SentimentLabel.POSITIVE);
            assertThat(label("This is a terrible company.")).isEqualTo(SentimentLabel.NEGATIVE);
        }

        @Test
        void theLongestSentenceSpeaksForTheText() {
            assertThat(label("Good. This is a terrible and awful company. Good."))
                    .isEqualTo(SentimentLabel.NEGATIVE);
        }

        @Test
        void withoutTextThereIsNoAnswer() {
            assertThat(tagger.tag(Verbatim.of("  ")).abstention()).isEqualTo(Abstention.NO_TEXT);
        }

        private SentimentLabel label(String text) {
            return tagger.tag(Verbatim.of(text)).label();
        }
    }
}
