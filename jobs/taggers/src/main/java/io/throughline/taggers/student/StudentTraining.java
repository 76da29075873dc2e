package io.throughline.taggers.student;

import io.throughline.model.Hashes;
import io.throughline.taggers.linear.LinearModel;
import io.throughline.taggers.train.ModelCard;
import io.throughline.taggers.train.TrainingData;
import io.throughline.taggers.train.TrainingRecipe;
import io.throughline.taggers.train.TrainingResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Trains the student. The same data and manifest give the same model byte for byte; {@link
 * TrainingData} says what a data directory may hold.
 */
public final class StudentTraining {

    private static final TrainingRecipe<StudentSettings> RECIPE =
            new TrainingRecipe<>(
                    "student-own",
                    StudentSettings::read,
                    StudentSettings::seed,
                    StudentTraining.class.getResource("/models/student-training.yaml"));

    private static final String COMMAND = "./throughline train --model student --data DIR";

    private StudentTraining() {}

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
        TrainingData<StudentSettings> read = TrainingData.read(data, RECIPE).without(without);
        Lessons lessons = Lessons.of(read);
        String version = read.manifest().model();
        LinearModel model =
                LeftOut.calibrated(lessons, read.manifest().settings()).withVersion(version);
        byte[] bytes = model.bytes();
        Files.createDirectories(out);
        Path file = out.resolve(version + StudentEngine.ENDING);
        Path card = out.resolve(version + ".json");
        Files.write(file, bytes);
        String name = file.getFileName().toString();
        Files.writeString(
                card,
                ModelCard.json(
                        read,
                        name,
                        Hashes.sha256(bytes),
                        model.weightedSlots(),
                        COMMAND,
                        numbers(model)),
                StandardCharsets.UTF_8);
        return new TrainingResult(
                file, card, Hashes.sha256(bytes), read.texts().size(), model.weightedSlots());
    }

    private static Map<String, Double> numbers(LinearModel model) {
        Map<String, Double> numbers = new TreeMap<>(model.parameters());
        numbers.put("temperature", model.temperature());
        return numbers;
    }
}
