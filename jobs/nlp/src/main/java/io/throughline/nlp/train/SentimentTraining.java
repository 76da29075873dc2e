package io.throughline.nlp.train;

import io.throughline.model.Hashes;
import io.throughline.model.SentimentLabel;
import io.throughline.nlp.linear.LinearModel;
import io.throughline.nlp.linear.LinearModelFile;
import io.throughline.nlp.train.TrainingSource.Format;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Trains the linear sentiment model.
 *
 * <p>The same data, manifest and JDK give the same model byte for byte. A data directory is one of:
 *
 * <ol>
 *   <li>a directory with a {@code training.yaml} that says which files to read and how;
 *   <li>a directory with {@code *.csv} files that have the columns {@code text} and {@code
 *       sentiment} (negative, neutral or positive; other rows are left out);
 *   <li>the directory of public data sets that the shipped model was trained on: its manifest is in
 *       the jar, with where each file is, its licence and its sha256.
 * </ol>
 */
public final class SentimentTraining {

    static final String MANIFEST = "training.yaml";
    private static final String SHIPPED_MANIFEST = "/models/training.yaml";

    private SentimentTraining() {}

    /**
     * Trains on what is in {@code data} and writes the model and its card into {@code out}.
     *
     * @throws IOException when the data cannot be read or is not what its manifest says, or there
     *     is nothing to train on; the message says what is due
     */
    public static TrainingResult train(Path data, Path out) throws IOException {
        TrainingManifest manifest = manifest(data);
        SourceReader reader = new SourceReader(manifest.settings().seed());
        List<TrainingText> texts = new ArrayList<>();
        List<SourceCount> counts = new ArrayList<>();
        for (TrainingSource source : manifest.sources()) {
            List<TrainingText> read = reader.read(data, source);
            texts.addAll(read);
            counts.add(SourceCount.of(data, source, read));
        }
        requireAllLabels(texts);
        LinearModel model = new LinearTrainer(manifest.settings()).train(manifest.model(), texts);
        byte[] bytes = LinearModelFile.write(model);
        Files.createDirectories(out);
        Path file = out.resolve(manifest.model() + ".bin.gz");
        Path card = out.resolve(manifest.model() + ".json");
        Files.write(file, bytes);
        Files.writeString(
                card,
                ModelCard.json(manifest, counts, Hashes.sha256(bytes), model),
                StandardCharsets.UTF_8);
        return new TrainingResult(
                file, card, Hashes.sha256(bytes), texts.size(), model.weights().size());
    }

    private static TrainingManifest manifest(Path data) throws IOException {
        Path own = data.resolve(MANIFEST);
        if (Files.isRegularFile(own)) {
            return TrainingManifest.parse(own.toString(), Files.readString(own));
        }
        List<Path> tables = tables(data);
        if (!tables.isEmpty()) {
            List<TrainingSource> sources = new ArrayList<>();
            for (Path table : tables) {
                sources.add(table(table.getFileName().toString()));
            }
            return new TrainingManifest("corenlp-linear-own", TrainingSettings.defaults(), sources);
        }
        try (InputStream in = SentimentTraining.class.getResourceAsStream(SHIPPED_MANIFEST)) {
            TrainingManifest shipped =
                    TrainingManifest.parse(
                            MANIFEST, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            requireFiles(data, shipped);
            return shipped;
        }
    }

    private static List<Path> tables(Path data) throws IOException {
        if (!Files.isDirectory(data)) {
            throw new IOException(data + " is no directory");
        }
        try (Stream<Path> files = Files.list(data)) {
            return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
        }
    }

    private static TrainingSource table(String file) {
        Map<String, SentimentLabel> values =
                Map.of(
                        "negative", SentimentLabel.NEGATIVE,
                        "neutral", SentimentLabel.NEUTRAL,
                        "positive", SentimentLabel.POSITIVE);
        return new TrainingSource(
                file,
                file,
                "own",
                null,
                null,
                Format.CSV,
                List.of("text"),
                new LabelRule("sentiment", values, Map.of(), null),
                1,
                null);
    }

    private static void requireFiles(Path data, TrainingManifest manifest) throws IOException {
        for (TrainingSource source : manifest.sources()) {
            if (!source.isInJar() && !Files.isRegularFile(data.resolve(source.file()))) {
                throw new IOException(
                        data
                                + " has neither a "
                                + MANIFEST
                                + " nor a *.csv with the columns text,sentiment, and to retrain the"
                                + " shipped model "
                                + source.file()
                                + " is missing in it");
            }
        }
    }

    private static void requireAllLabels(List<TrainingText> texts) throws IOException {
        for (SentimentLabel label : SentimentLabel.values()) {
            if (texts.stream().noneMatch(text -> text.label() == label)) {
                throw new IOException("there is no " + label.id() + " text to train on");
            }
        }
    }
}
