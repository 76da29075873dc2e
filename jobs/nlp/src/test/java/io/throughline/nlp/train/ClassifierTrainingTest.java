package io.throughline.nlp.train;

import static org.assertj.core.api.Assertions.assertThat;

import edu.stanford.nlp.util.ArgumentParser;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.SentimentLabel;
import io.throughline.nlp.TrainedOn;
import io.throughline.nlp.classifier.ClassifierSentimentTagger;
import io.throughline.nlp.linear.LinearModelFile;
import io.throughline.taggers.train.TrainingResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifierTrainingTest {

    @TempDir Path directory;
    private Path data;

    @BeforeEach
    void ownLines() throws IOException {
        data = Files.createDirectory(directory.resolve("data"));
        try (InputStream in = resource("/models/own-feedback.csv")) {
            Files.copy(in, data.resolve("own.csv"));
        }
    }

    @Test
    void theNumberOfThreadsDoesNotChangeTheModel() throws IOException {
        TrainingResult one = trainedWith(1);
        TrainingResult four = trainedWith(4);

        assertThat(Files.readAllBytes(four.model())).isEqualTo(Files.readAllBytes(one.model()));
        assertThat(four.model()).hasFileName("corenlp-classifier-own.bin.gz");
        assertThat(Files.readString(four.card())).contains("train --model corenlp-classifier");
    }

    @Test
    void theModelAnswersSensiblyOnWhatItHasNotSeen() throws IOException {
        TrainingResult result = ClassifierTraining.train(data, directory.resolve("out"));
        ClassifierSentimentTagger tagger =
                new ClassifierSentimentTagger(
                        LinearModelFile.read(Files.readAllBytes(result.model())),
                        TrainedOn.UNKNOWN);

        assertThat(tagger.tag(Verbatim.of("great staff and quick help")).label())
                .isEqualTo(SentimentLabel.POSITIVE);
        assertThat(tagger.tag(Verbatim.of("nobody answers and it does not work")).label())
                .isEqualTo(SentimentLabel.NEGATIVE);
    }

    /** The comparison of engines is fair only then. */
    @Test
    void theShippedModelsLearnFromTheSameTexts() throws IOException {
        assertThat(sources("/models/classifier-training.yaml"))
                .isEqualTo(sources("/models/training.yaml"));
        assertThat(TrainedOn.inJar("/models/corenlp-classifier-v1.json"))
                .isEqualTo(TrainedOn.inJar("/models/corenlp-linear-v1.json"));
    }

    private TrainingResult trainedWith(int threads) throws IOException {
        int before = ArgumentParser.threads;
        ArgumentParser.threads = threads;
        try {
            return ClassifierTraining.train(data, directory.resolve("out-" + threads));
        } finally {
            ArgumentParser.threads = before;
        }
    }

    private static String sources(String manifest) throws IOException {
        try (InputStream in = resource(manifest)) {
            String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return yaml.substring(yaml.indexOf("sources:"));
        }
    }

    private static InputStream resource(String name) {
        return ClassifierTrainingTest.class.getResourceAsStream(name);
    }
}
