package io.throughline.nlp.train;

import io.throughline.model.Hashes;
import io.throughline.nlp.linear.LinearModel;
import io.throughline.nlp.linear.LinearModelFile;
import io.throughline.taggers.train.ModelCard;
import io.throughline.taggers.train.TrainingData;
import io.throughline.taggers.train.TrainingResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes a model and its card. */
final class TrainedFiles {

    private TrainedFiles() {}

    /**
     * @param out directory; made when it is not there
     * @param command that makes the same model again
     */
    static TrainingResult write(Path out, TrainingData<?> read, LinearModel model, String command)
            throws IOException {
        byte[] bytes = LinearModelFile.write(model);
        String sha256 = Hashes.sha256(bytes);
        Files.createDirectories(out);
        Path file = out.resolve(model.version() + ".bin.gz");
        Path card = out.resolve(model.version() + ".json");
        Files.write(file, bytes);
        Files.writeString(
                card,
                ModelCard.json(
                        read,
                        file.getFileName().toString(),
                        sha256,
                        model.weights().size(),
                        command,
                        Map.of()),
                StandardCharsets.UTF_8);
        return new TrainingResult(file, card, sha256, read.texts().size(), model.weights().size());
    }
}
