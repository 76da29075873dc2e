package io.throughline.nlp.train;

import io.throughline.taggers.train.TrainingData;
import io.throughline.taggers.train.TrainingRecipe;
import io.throughline.taggers.train.TrainingResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/**
 * Trains the model of {@code corenlp-classifier}. The same data, manifest and JDK give the same
 * model byte for byte; {@link TrainingData} says what a data directory may hold.
 */
public final class ClassifierTraining {

    private static final TrainingRecipe<TrainingSettings> RECIPE =
            new TrainingRecipe<>(
                    "corenlp-classifier-own",
                    TrainingSettings::read,
                    TrainingSettings::seed,
                    ClassifierTraining.class.getResource("/models/classifier-training.yaml"));

    private ClassifierTraining() {}

    /**
     * Trains on what is in {@code data} and writes the model and its card into {@code out}.
     *
     * @throws IOException when the data cannot be read or is not what its manifest says, or there
     *     is nothing to train on; the message says what is due
     */
    public static TrainingResult train(Path data, Path out) throws IOException {
        return train(data, out, Set.of());
    }

    /**
     * The same without some sources, to be tried on them; the model's name says which.
     *
     * @param without ids of sources
     */
    public static TrainingResult train(Path data, Path out, Set<String> without)
            throws IOException {
        TrainingData<TrainingSettings> read = TrainingData.read(data, RECIPE).without(without);
        return TrainedFiles.write(
                out,
                read,
                new ClassifierTrainer(read.manifest().settings())
                        .train(read.manifest().model(), read.texts()),
                "./throughline train --model corenlp-classifier --data DIR");
    }
}
