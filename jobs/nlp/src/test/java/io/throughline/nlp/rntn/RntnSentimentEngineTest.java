package io.throughline.nlp.rntn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.domain.tagging.EngineUnavailableException;
import io.throughline.domain.tagging.Evidence;
import io.throughline.domain.tagging.SentimentExplainer;
import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.Abstention;
import io.throughline.model.SentimentLabel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RntnSentimentEngineTest {

    @Test
    void withoutTheModelsItSaysWhatToRun(@TempDir Path empty) {
        LoadedOnce loaded =
                new LoadedOnce(
                        RntnSentimentEngine.ID,
                        RntnSentimentEngine.ENTRIES,
                        RntnSentimentTagger::new);

        Fetched.withModelsIn(
                empty,
                () ->
                        assertThatThrownBy(loaded::tagger)
                                .isInstanceOf(EngineUnavailableException.class)
                                .hasMessageContaining("mvn -Prntn-models"));
    }

    @Test
    void modelsThatCannotBeLoadedAreSaidToBeBroken(@TempDir Path broken) throws Exception {
        for (String entry : RntnSentimentEngine.ENTRIES) {
            Files.createDirectories(broken.resolve(entry).getParent());
            Files.writeString(broken.resolve(entry), "no model");
        }
        LoadedOnce loaded =
                new LoadedOnce(
                        RntnSentimentEngine.ID,
                        RntnSentimentEngine.ENTRIES,
                        RntnSentimentTagger::new);

        Fetched.withModelsIn(
                broken,
                () ->
                        assertThatThrownBy(loaded::tagger)
                                .isInstanceOf(EngineUnavailableException.class)
                                .hasMessageContaining("fetch them again"));
    }

    /** Skipped where the models have not been fetched. */
    @Nested
    class WithModels {

        private final SentimentTagger tagger =
                Fetched.tagger("corenlp-rntn", RntnSentimentEngine.ENTRIES);

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
        void speechWithoutFullStopsIsJudgedInPieces() {
            String speech =
                    "so i called you on monday and nobody could tell me where it was "
                            + "and then i waited and it was a terrible terrible experience ";

            assertThat(label(speech.repeat(8))).isEqualTo(SentimentLabel.NEGATIVE);
        }

        @Test
        void anotherLanguageIsNotRead() {
            Verbatim german = new Verbatim(List.of("schrecklich"), "de", null, null);

            assertThat(tagger.tag(german).abstention()).isEqualTo(Abstention.LANGUAGE);
            assertThat(explained(german)).isEmpty();
        }

        @Test
        void explainsItselfByPhrasesWhereTheyStandInTheText() {
            String text =
                    "@acme The staff were wonderful. https://x.co/bad But I’m really unhappy!!!!";

            List<Evidence> evidence = explained(Verbatim.of(text));

            assertThat(evidence).isNotEmpty();
            assertThat(evidence)
                    .allSatisfy(
                            found ->
                                    assertThat(text.substring(found.start(), found.end()))
                                            .isEqualTo(found.text()));
            assertThat(evidence)
                    .anySatisfy(found -> isFor(found, "wonderful", 1))
                    .anySatisfy(found -> isFor(found, "unhappy", -1));
        }

        @Test
        void aTurnedWordIsNamedWithWhatTurnsIt() {
            assertThat(explained(Verbatim.of("The app is not good at all!!")))
                    .first()
                    .satisfies(found -> isFor(found, "not good at all", -1));
        }

        @Test
        void phrasesOfLaterTurnsLieInTheWholeText() {
            Verbatim turns = new Verbatim(List.of("hello", "an awful mess"), "en", null, null);

            assertThat(explained(turns))
                    .first()
                    .satisfies(
                            found ->
                                    assertThat(turns.text().substring(found.start(), found.end()))
                                            .isEqualTo(found.text())
                                            .contains("awful"));
        }

        private List<Evidence> explained(Verbatim verbatim) {
            return ((SentimentExplainer) tagger).explain(verbatim);
        }

        private void isFor(Evidence found, String words, double sign) {
            assertThat(found.text()).contains(words);
            assertThat(Math.signum(found.contribution())).isEqualTo(sign);
        }

        private SentimentLabel label(String text) {
            return tagger.tag(Verbatim.of(text)).label();
        }
    }
}
