package io.throughline.nlp.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.throughline.domain.tagging.EngineUnavailableException;
import io.throughline.domain.tagging.Engines;
import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.domain.tagging.TrainedModel;
import io.throughline.domain.tagging.TrainingSource;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.Abstention;
import io.throughline.model.Hashes;
import io.throughline.model.Sentiment;
import io.throughline.model.SentimentLabel;
import io.throughline.nlp.linear.LinearModelFile;
import io.throughline.nlp.linear.LinearSentimentEngine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassifierSentimentEngineTest {

    private final SentimentTagger tagger = Engines.sentiment("corenlp-classifier").tagger();

    @ParameterizedTest
    @CsvSource({
        "The staff were wonderful and I love it, POSITIVE",
        "Worst airline ever. Two hours on hold!, NEGATIVE",
        "Where do I change my address?, NEUTRAL",
    })
    void plainCasesAreRight(String text, SentimentLabel label) {
        Sentiment sentiment = tagger.tag(Verbatim.of(text));

        assertThat(sentiment.label()).isEqualTo(label);
        assertThat(sentiment.confidence()).isBetween(0.34, 1.0);
        assertThat(sentiment.engine()).isEqualTo("corenlp-classifier");
        assertThat(sentiment.model()).isEqualTo("corenlp-classifier-v1");
    }

    @Test
    void whatItCannotReadItAbstainsOn() {
        assertThat(tagger.tag(Verbatim.of("@acme https://x.co")).abstention())
                .isEqualTo(Abstention.NO_TEXT);
        assertThat(tagger.tag(new Verbatim(List.of("prima"), "de", null, null)).abstention())
                .isEqualTo(Abstention.LANGUAGE);
    }

    @Test
    void saysWhatItLearntFrom() {
        assertThat(((TrainedModel) tagger).trainedOn())
                .extracting(TrainingSource::id)
                .contains("uci-yelp", "vader-tweets", "banking77", "own");
    }

    @Test
    void threadsShareATagger() {
        Verbatim text = Verbatim.of("great app but the last update is a mess :(");
        Sentiment alone = tagger.tag(text);

        assertThat(IntStream.range(0, 2_000).parallel().mapToObj(i -> tagger.tag(text)))
                .allMatch(alone::equals);
    }

    @Test
    void aMegabyteIsJudgedByItsBeginning() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> {
                    tagger.tag(Verbatim.of("good ".repeat(200_000)));
                    tagger.tag(Verbatim.of("a".repeat(1_000_000)));
                });
    }

    @Test
    void aModelOfAnotherEngineIsRefused(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("other.bin.gz");
        try (InputStream in = getClass().getResourceAsStream(LinearSentimentEngine.RESOURCE)) {
            Files.copy(in, file);
        }

        assertThatThrownBy(() -> ClassifierSentimentEngine.load(file.toString()))
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessageContaining("a model of another engine")
                .hasMessageContaining("./throughline train --model corenlp-classifier");
    }

    @Test
    void aModelOfOnesOwnIsReadWithItsCard(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("mine.bin.gz");
        try (InputStream in = getClass().getResourceAsStream(ClassifierSentimentEngine.RESOURCE)) {
            Files.copy(in, file);
        }
        assertThat(ClassifierSentimentEngine.load(file.toString()).trainedOn())
                .extracting(TrainingSource::id)
                .containsExactly("unknown");

        Files.writeString(directory.resolve("mine.json"), "{\"data\": [{\"id\": \"own\"}]}");

        assertThat(ClassifierSentimentEngine.load(file.toString()).trainedOn())
                .extracting(TrainingSource::id)
                .containsExactly("own");
    }

    @Test
    void theModelInTheJarIsSmallAndTheOneItsCardSpeaksOf() throws IOException {
        byte[] model = bytes(ClassifierSentimentEngine.RESOURCE);
        String card =
                new String(bytes("/models/corenlp-classifier-v1.json"), StandardCharsets.UTF_8);

        assertThat(model.length).isLessThan(1_000_000);
        assertThat(new String(bytes("/models/corenlp-classifier-v1.md"), StandardCharsets.UTF_8))
                .contains(Hashes.sha256(model));
        assertThat(card)
                .contains(Hashes.sha256(model))
                .contains("\"features\" : " + LinearModelFile.read(model).weights().size());
    }

    private static byte[] bytes(String resource) throws IOException {
        try (InputStream in = ClassifierSentimentEngineTest.class.getResourceAsStream(resource)) {
            return in.readAllBytes();
        }
    }
}
