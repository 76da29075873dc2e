package io.throughline.taggers.teacher;

import io.throughline.model.Hashes;
import io.throughline.taggers.train.LabelCount;
import io.throughline.taggers.train.ModelCard;
import io.throughline.taggers.train.TrainingData;
import io.throughline.taggers.train.TrainingRecipe;
import io.throughline.taggers.train.TrainingResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Trains the teacher's head; the encoders stay as they are. {@link TrainingData} says what a data
 * directory may hold.
 *
 * <p>The same data and manifest give the same head byte for byte on the same kind of processor: the
 * encoders compute with 8-bit integers, for which processors have different instructions that round
 * differently.
 */
public final class TeacherTraining {

    static final TrainingRecipe<HeadSettings> RECIPE =
            new TrainingRecipe<>(
                    "teacher-own",
                    HeadSettings::read,
                    HeadSettings::seed,
                    TeacherTraining.class.getResource("/models/teacher-training.yaml"));

    private TeacherTraining() {}

    /**
     * Trains on what is in {@code data} and writes the head and its card into {@code out}.
     *
     * @throws IOException when the data cannot be read or is not what its manifest says, or there
     *     is nothing to train on; the message says what is due
     */
    public static TrainingResult train(Path data, Path out, TrainingProgress progress)
            throws IOException {
        return train(data, out, Set.of(), EmbeddingCache.standardDirectory(), progress);
    }

    /**
     * The same without some sources, to be tried on them; the model's name says which.
     *
     * @param without ids of sources
     */
    public static TrainingResult train(
            Path data, Path out, Set<String> without, TrainingProgress progress)
            throws IOException {
        return train(data, out, without, EmbeddingCache.standardDirectory(), progress);
    }

    /**
     * The same with embeddings kept elsewhere.
     *
     * @param without ids of sources
     * @param cache directory in which embeddings are kept for the next training
     */
    public static TrainingResult train(
            Path data, Path out, Set<String> without, Path cache, TrainingProgress progress)
            throws IOException {
        TrainingData<HeadSettings> read = TrainingData.read(data, RECIPE).without(without);
        HeadSettings settings = read.manifest().settings();
        Blocks blocks = Blocks.of(settings.blocks());
        Head head;
        try (EmbeddingCache kept = new EmbeddingCache(cache)) {
            List<HeadExample> examples =
                    new Embedding(blocks, kept, progress).examples(read.texts());
            head =
                    HeadTraining.fit(read.manifest().model(), blocks, examples, settings)
                            .withTemperature(
                                    Temperature.of(files(read, examples), blocks, settings));
        }
        return write(read, head, out);
    }

    private static List<List<HeadExample>> files(
            TrainingData<HeadSettings> read, List<HeadExample> examples) {
        List<List<HeadExample>> files = new ArrayList<>();
        int at = 0;
        for (LabelCount count : read.counts()) {
            int end = Math.toIntExact(at + count.negative() + count.neutral() + count.positive());
            files.add(examples.subList(at, end));
            at = end;
        }
        return files;
    }

    private static TrainingResult write(TrainingData<HeadSettings> read, Head head, Path out)
            throws IOException {
        byte[] bytes = HeadFile.write(head);
        Files.createDirectories(out);
        Path file = out.resolve(head.version() + TeacherFiles.ENDING);
        Path card = out.resolve(head.version() + ".json");
        int weights = Head.LABELS * head.weights()[0].length;
        Files.write(file, bytes);
        Files.writeString(
                card,
                ModelCard.json(
                        read,
                        file.getFileName().toString(),
                        Hashes.sha256(bytes),
                        weights,
                        "./throughline train --model teacher --data DIR",
                        Map.of("encoders", head.networks())),
                StandardCharsets.UTF_8);
        return new TrainingResult(file, card, Hashes.sha256(bytes), read.texts().size(), weights);
    }
}
