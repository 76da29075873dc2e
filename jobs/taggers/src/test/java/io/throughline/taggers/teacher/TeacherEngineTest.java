package io.throughline.taggers.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.domain.tagging.Engines;
import io.throughline.domain.tagging.Evidence;
import io.throughline.domain.tagging.SentimentExplainer;
import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.domain.tagging.TrainedModel;
import io.throughline.domain.tagging.TrainingSource;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.Abstention;
import io.throughline.model.Hashes;
import io.throughline.model.Rating;
import io.throughline.model.Sentiment;
import io.throughline.model.SentimentLabel;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeacherEngineTest {

    private final SentimentTagger tagger = Engines.sentiment("teacher").tagger();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Charged twice for order 4411 and nobody answers|NEGATIVE",
                "It arrived broken|NEGATIVE",
                "not bad at all, I'd order here again|POSITIVE",
                "Shoutout to Dev for staying late to sort it out|POSITIVE",
                "Do you ship to Malta?|NEUTRAL",
                "sent you a DM|NEUTRAL",
                "great app but it crashes every single time I pay|NEGATIVE",
                "👍👍|POSITIVE",
                "😡|NEGATIVE"
            })
    void judgesWhatCustomersWrite(String text, SentimentLabel label) {
        assertThat(tagger.tag(Verbatim.of(text)).label()).isEqualTo(label);
    }

    @Test
    void saysWhoAnsweredAndHowSurely() {
        Sentiment sentiment = tagger.tag(Verbatim.of("Terrible. Never again."));
        assertThat(sentiment.engine()).isEqualTo("teacher");
        assertThat(sentiment.model()).isEqualTo("teacher-v1");
        assertThat(sentiment.confidence()).isGreaterThan(0.8);
        assertThat(sentiment.score()).isLessThan(-0.7);
    }

    @Test
    void abstainsWithoutWordsAndInAnotherLanguage() {
        assertThat(tagger.tag(Verbatim.of("  ")).abstention()).isEqualTo(Abstention.NO_TEXT);
        assertThat(tagger.tag(Verbatim.of("@lumio https://x.example/1")).abstention())
                .isEqualTo(Abstention.NO_TEXT);
        Verbatim french = new Verbatim(List.of("Très mauvais service"), "fr", null, null);
        assertThat(tagger.tag(french).abstention()).isEqualTo(Abstention.LANGUAGE);
        assertThat(((SentimentExplainer) tagger).explain(french)).isEmpty();
    }

    @Test
    void theTurnThatSaysItIsNotWateredDownByTheOthers() {
        Verbatim call =
                new Verbatim(
                        List.of(
                                "Hello",
                                "It's policy 4471",
                                "I have been waiting for eleven weeks and it is a disgrace",
                                "Yes",
                                "The fourth of May"),
                        "en",
                        null,
                        null);
        assertThat(tagger.tag(call).label()).isEqualTo(SentimentLabel.NEGATIVE);
    }

    @Test
    void aRatingCountsBesideTheText() {
        Verbatim one = new Verbatim(List.of("fine"), "en", new Rating(1, 1, 5), null);
        Verbatim five = new Verbatim(List.of("fine"), "en", new Rating(5, 1, 5), null);
        assertThat(tagger.tag(one).score()).isLessThan(tagger.tag(five).score() - 0.5);
    }

    @Test
    void explainsItselfByTheWordsThatMattered() {
        Verbatim verbatim = Verbatim.of("The courier was lovely");
        List<Evidence> evidence = ((SentimentExplainer) tagger).explain(verbatim);
        assertThat(evidence.get(0).text()).isEqualTo("lovely");
        assertThat(evidence.get(0).contribution()).isPositive();
        assertThat(verbatim.text().substring(evidence.get(0).start(), evidence.get(0).end()))
                .isEqualTo("lovely");
    }

    @Test
    void aMegabyteWithoutAnEndIsJudgedWithinASecondOfOneProcessor() {
        tagger.tag(Verbatim.of("warm up"));
        String huge = "the app hates me ".repeat(62_000);
        var threads = ManagementFactory.getThreadMXBean();
        long begun = threads.getCurrentThreadCpuTime();
        assertThat(tagger.tag(Verbatim.of(huge)).label()).isEqualTo(SentimentLabel.NEGATIVE);
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - begun))
                .isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void theCardsHoldTheHeadThatIsShipped() throws IOException {
        JsonNode card = new ObjectMapper().readTree(resource("teacher-v1.json"));
        String sha256 = Hashes.sha256(resource("teacher-v1.bin"));
        assertThat(card.path("sha256").asText()).isEqualTo(sha256);
        assertThat(new String(resource("teacher-v1.md"), StandardCharsets.UTF_8)).contains(sha256);
        assertThat(card.path("encoders").size()).isEqualTo(2);
    }

    @Test
    void everySourceMayBeUsedForAModelThatIsGivenAway() {
        List<TrainingSource> sources = ((TrainedModel) tagger).trainedOn();
        assertThat(sources)
                .hasSizeGreaterThan(15)
                .allSatisfy(
                        source ->
                                assertThat(source.licence())
                                        .isIn(
                                                "CC BY 4.0",
                                                "MIT",
                                                "CC0 1.0",
                                                "public domain",
                                                "CDLA-Sharing 1.0",
                                                "Apache-2.0"));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = TeacherEngineTest.class.getResourceAsStream("/models/" + name)) {
            return in.readAllBytes();
        }
    }
}
