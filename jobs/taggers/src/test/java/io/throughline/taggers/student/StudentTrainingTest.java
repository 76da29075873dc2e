package io.throughline.taggers.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.throughline.domain.tagging.TrainingSource;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.Hashes;
import io.throughline.model.SentimentLabel;
import io.throughline.taggers.train.TrainingResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudentTrainingTest {

    @TempDir private Path directory;
    private Path data;

    @BeforeEach
    void aDirectoryWithATable() throws IOException {
        data = Files.createDirectory(directory.resolve("data"));
        try (InputStream in =
                StudentTrainingTest.class.getResourceAsStream("/models/own-feedback.csv")) {
            Files.copy(in, data.resolve("own.csv"));
        }
    }

    @Test
    void theSameDataGiveTheSameBytes() throws IOException {
        TrainingResult one = StudentTraining.train(data, directory.resolve("one"));
        TrainingResult two = StudentTraining.train(data, directory.resolve("two"));

        assertThat(Files.readAllBytes(one.model())).isEqualTo(Files.readAllBytes(two.model()));
        assertThat(Files.readAllBytes(one.card())).isEqualTo(Files.readAllBytes(two.card()));
        assertThat(one.sha256()).isEqualTo(Hashes.sha256(Files.readAllBytes(one.model())));
        assertThat(one.texts()).isEqualTo(260);
    }

    @Test
    void theModelCanBeUsedAndSaysWhatItLearntFrom() throws IOException {
        TrainingResult result = StudentTraining.train(data, directory.resolve("out"));
        StudentTagger tagger = StudentEngine.load(result.model().toString());

        assertThat(tagger.tag(Verbatim.of("great staff and quick help")).label())
                .isEqualTo(SentimentLabel.POSITIVE);
        assertThat(tagger.tag(Verbatim.of("nobody answers and it does not work")).label())
                .isEqualTo(SentimentLabel.NEGATIVE);
        assertThat(tagger.model()).isEqualTo("student-own");
        assertThat(tagger.trainedOn())
                .extracting(TrainingSource::id, TrainingSource::texts)
                .containsExactly(tuple("own.csv", 260L));
    }

    @Test
    void settingsRatingsAndWeightsComeFromTheManifest() throws IOException {
        Files.writeString(
                data.resolve("stars.csv"),
                "stars,words\n1,broken\n5,lovely\n3,well\n1,broken again\n9,odd\n");
        manifest(
                """
                model: mine-v7
                settings: { penalty: 4, shares: { negative: 0.5, neutral: 0.25, positive: 0.25 } }
                sources:
                  - { id: own, file: own.csv, licence: own, text: text, label: { column: sentiment, values: { negative: [negative], neutral: [neutral], positive: [positive] } } }
                  - { id: stars, file: stars.csv, licence: own, text: words, rating: { column: stars }, label: { column: stars, negative: { max: 2 }, positive: { min: 4 } } }
                """);

        TrainingResult result = StudentTraining.train(data, directory.resolve("out"));

        assertThat(result.texts()).isEqualTo(264);
        assertThat(result.model()).hasFileName("mine-v7.bin");
        assertThat(Files.readString(result.card())).contains("\"penalty\" : 4.0");
    }

    @Test
    void aRatingColumnThatIsMissingIsNamed() throws IOException {
        manifest(
                """
                model: m
                sources:
                  - { id: own, file: own.csv, licence: own, text: text, rating: { column: stars }, label: { all: negative } }
                """);

        assertThatThrownBy(() -> StudentTraining.train(data, directory.resolve("out")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no column 'stars'");
    }

    @Test
    void aMistakeInTheSettingsIsFoundAtItsLine() throws IOException {
        manifest("model: m\nsettings: { sigma: 1 }\nsources: []\n");

        assertThatThrownBy(() -> StudentTraining.train(data, directory.resolve("out")))
                .hasMessageContaining("training.yaml:3:");
    }

    private void manifest(String yaml) throws IOException {
        Files.writeString(data.resolve("training.yaml"), "apiVersion: throughline/v1\n" + yaml);
    }
}
