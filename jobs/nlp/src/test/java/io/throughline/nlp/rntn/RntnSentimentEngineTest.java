package io.throughline.nlp.rntn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.throughline.domain.tagging.EngineUnavailableException;
import io.throughline.domain.tagging.Engines;
import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.Abstention;
import io.throughline.model.SentimentLabel;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RntnSentimentEngineTest {

    @Test
    void withoutTheModelsItSaysWhatToRun(@TempDir Path empty) {
        String before = System.getProperty(RntnModels.PROPERTY);
        System.setProperty(RntnModels.PROPERTY, empty.toString());
        try {
            assertThatThrownBy(() -> new RntnSentimentEngine().tagger())
                    .isInstanceOf(EngineUnavailableException.class)
                    .hasMessageContaining("mvn -Prntn-models");
        } finally {
            if (before == null) {
                System.clearProperty(RntnModels.PROPERTY);
            } else {
                System.setProperty(RntnModels.PROPERTY, before);
            }
        }
    }

    /** Skipped where the 78 MB of models have not been fetched. */
    @Nested
    class WithModels {

        private final SentimentTagger tagger = available();

        @Test
        void plainCasesAreRight() {
            assertThat(label("The staff were wonderful and I love it."))
                    .isEqualTo(SentimentLabel.POSITIVE);
            assertThat(label("This is a terrible company.")).isEqualTo(SentimentLabel.NEGATIVE);
        }

        @Test
        void severalSentencesAreRolledUp() {
            assertThat(label("I came on Monday. The desk was open. The service was awful."))
                    .isEqualTo(SentimentLabel.NEGATIVE);
        }

        @Test
        void aSentenceThatIsTooLongToParseIsNotTrusted() {
            String endless = "good and bad and ".repeat(RntnSentimentTagger.MAX_WORDS);

            assertThat(tagger.tag(Verbatim.of(endless)).abstention()).isEqualTo(Abstention.UNSURE);
        }

        private SentimentLabel label(String text) {
            return tagger.tag(Verbatim.of(text)).label();
        }

        private static SentimentTagger available() {
            assumeTrue(
                    RntnModels.missing(RntnModels.directory()).isEmpty(),
                    "the models of corenlp-rntn are not in " + RntnModels.directory());
            return Engines.sentiment("corenlp-rntn").tagger();
        }
    }
}
