package io.throughline.nlp.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.Hashes;
import io.throughline.model.SentimentLabel;
import io.throughline.nlp.linear.LinearModelFile;
import io.throughline.nlp.linear.LinearSentimentTagger;
import io.throughline.taggers.train.TrainingResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentimentTrainingTest {

    @TempDir Path directory;
    private Path data;

    @BeforeEach
    void ownLines() throws IOException {
        data = Files.createDirectory(directory.resolve("data"));
        try (InputStream in =
                SentimentTrainingTest.class.getResourceAsStream("/models/own-feedback.csv")) {
            Files.copy(in, data.resolve("own.csv"));
        }
    }

    @Test
    void twoTrainingsGiveTheSameBytes() throws IOException {
        TrainingResult one = SentimentTraining.train(data, directory.resolve("one"));
        TrainingResult two = SentimentTraining.train(data, directory.resolve("two"));

        assertThat(Files.readAllBytes(one.model())).isEqualTo(Files.readAllBytes(two.model()));
        assertThat(Files.readAllBytes(one.card())).isEqualTo(Files.readAllBytes(two.card()));
        assertThat(one.sha256()).isEqualTo(Hashes.sha256(Files.readAllBytes(one.model())));
        assertThat(one.texts()).isEqualTo(260);
    }

    @Test
    void theModelAnswersSensiblyOnWhatItHasNotSeen() throws IOException {
        TrainingResult result = SentimentTraining.train(data, directory.resolve("out"));
        LinearSentimentTagger tagger =
                new LinearSentimentTagger(LinearModelFile.read(Files.readAllBytes(result.model())));

        assertThat(tagger.tag(Verbatim.of("great staff and quick help")).label())
                .isEqualTo(SentimentLabel.POSITIVE);
        assertThat(tagger.tag(Verbatim.of("nobody answers and it does not work")).label())
                .isEqualTo(SentimentLabel.NEGATIVE);
        assertThat(tagger.tag(Verbatim.of("Where do I find my account number?")).label())
                .isEqualTo(SentimentLabel.NEUTRAL);
    }

    @Test
    void aManifestSaysHowToReadOtherFiles() throws IOException {
        Files.writeString(data.resolve("stars.tsv"), "1\tx\tbroken\n5\ty\tlovely\n3\tz\twell\n");
        manifest(
                """
                model: mine-v7
                settings: { shares: { negative: 0.5, neutral: 0.25, positive: 0.25 } }
                sources:
                  - id: own
                    file: own.csv
                    licence: Apache-2.0
                    text: text
                    most: 20
                    label: { column: sentiment, values: { negative: [negative], neutral: [neutral], positive: [positive] } }
                  - id: stars
                    file: stars.tsv
                    licence: CC0 1.0
                    format: tsv
                    text: "3"
                    weight: 2
                    label: { column: "1", negative: { max: 2 }, positive: { min: 4 } }
                """);

        TrainingResult result = SentimentTraining.train(data, directory.resolve("out"));

        assertThat(result.texts()).isEqualTo(62);
        assertThat(result.model()).hasFileName("mine-v7.bin.gz");
        assertThat(Files.readString(result.card()))
                .contains("\"licence\" : \"CC0 1.0\"")
                .contains(result.sha256());
    }

    @Test
    void otherBytesThanTheManifestMeansAreRefused() throws IOException {
        manifest(
                """
                model: m
                sources:
                  - id: own
                    file: own.csv
                    licence: own
                    sha256: 0000
                    text: text
                    label: { column: sentiment, values: { negative: [negative] } }
                """);

        assertThatThrownBy(this::train)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("own.csv is not the file the manifest means");
    }

    @Test
    void aMissingColumnIsNamed() throws IOException {
        Files.writeString(data.resolve("own.csv"), "comment,sentiment\nx,negative\n");

        assertThatThrownBy(this::train)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no column 'text'")
                .hasMessageContaining("comment, sentiment");
    }

    @Test
    void aLabelWithoutTextsIsNamed() throws IOException {
        Files.writeString(data.resolve("own.csv"), "text,sentiment\nx,negative\ny,positive\n");

        assertThatThrownBy(this::train)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no neutral text");
    }

    @Test
    void aMistakeInTheManifestIsFoundAtItsLine() throws IOException {
        manifest("model: m\nsuorces: []\n");

        assertThatThrownBy(this::train).hasMessageContaining("training.yaml:3:1");
    }

    @Test
    void anEmptyDirectorySaysWhatIsDue() throws IOException {
        Files.delete(data.resolve("own.csv"));

        assertThatThrownBy(this::train)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("training.yaml")
                .hasMessageContaining("text,sentiment");
        assertThatThrownBy(() -> SentimentTraining.train(directory.resolve("none"), directory))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no directory");
    }

    private void manifest(String yaml) throws IOException {
        Files.writeString(data.resolve("training.yaml"), "apiVersion: throughline/v1\n" + yaml);
    }

    private void train() throws IOException {
        SentimentTraining.train(data, directory.resolve("out"));
    }
}
