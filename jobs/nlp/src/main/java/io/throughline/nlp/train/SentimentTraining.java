package io.throughline.nlp.train;

import io.throughline.model.Hashes;
import io.throughline.nlp.linear.LinearModel;
import io.throughline.nlp.linear.LinearModelFile;
import io.throughline.taggers.train.ModelCard;
import io.throughline.taggers.train.TrainingData;
import io.throughline.taggers.train.TrainingManifest;
import io.throughline.taggers.train.TrainingRecipe;
import io.throughline.taggers.train.TrainingResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Trains the linear sentiment model.
 *
 * <p>The same data, manifest and JDK give the same model byte for byte. {@link TrainingData} says
 * what a data directory may hold.
 */
public final class SentimentTraining {

    private static final TrainingRecipe<TrainingSettings> RECIPE =
            new TrainingRecipe<>(
                    "corenlp-linear-own",
                    TrainingSettings::read,
                    TrainingSettings::seed,
                    SentimentTraining.class.getResource("/models/training.yaml"));

    private SentimentTraining() {}

    /**
     * Trains on what is in {@code data} and writes the model and its card into {@code out}.
     *
     * @throws IOException when the data cannot be read or is not what its manifest says, or there
     *     is nothing to train on; the message says what is due
     */
    public static TrainingResult train(Path data, Path out) throws IOException {
        TrainingData<TrainingSettings> read = TrainingData.read(data, RECIPE);
        TrainingManifest<TrainingSettings> manifest = read.manifest();
        LinearModel model =
                new LinearTrainer(manifest.settings()).train(manifest.model(), read.texts());
        byte[] bytes = LinearModelFile.write(model);
        Files.createDirectories(out);
        Path file = out.resolve(manifest.model() + ".bin.gz");
        Path card = out.resolve(manifest.model() + ".json");
        Files.write(file, bytes);
        Files.writeString(
                card,
                ModelCard.json(
                        read,
                        file.getFileName().toString(),
                        Hashes.sha256(bytes),
                        model.weights().size()),
                StandardCharsets.UTF_8);
        return new TrainingResult(
                file, card, Hashes.sha256(bytes), read.texts().size(), model.weights().size());
    }
}
