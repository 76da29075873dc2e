package io.throughline.taggers.train;

import io.throughline.model.SentimentLabel;
import io.throughline.taggers.train.LabelledFile.Format;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The labelled texts of a data directory, which is one of:
 *
 * <ol>
 *   <li>a directory with a {@code training.yaml} that says which files to read and how;
 *   <li>a directory with {@code *.csv} files that have the columns {@code text} and {@code
 *       sentiment} (negative, neutral, positive, or empty for a row to leave out);
 *   <li>the directory of public data sets that the shipped model was trained on: its manifest is in
 *       the jar, with where each file is, its licence and its sha256.
 * </ol>
 *
 * @param manifest what was read and how
 * @param texts in the order of the files
 * @param counts by file
 */
public record TrainingData<S>(
        TrainingManifest<S> manifest, List<TrainingText> texts, List<LabelCount> counts) {

    private static final String MANIFEST = "training.yaml";

    public TrainingData {
        texts = List.copyOf(texts);
        counts = List.copyOf(counts);
    }

    /**
     * Reads what is in a directory.
     *
     * @throws IOException when it cannot be read or is not what its manifest says, or a label has
     *     no text; the message says what is due
     */
    public static <S> TrainingData<S> read(Path data, TrainingRecipe<S> recipe) throws IOException {
        TrainingManifest<S> manifest = manifest(data, recipe);
        LabelledFileReader reader =
                new LabelledFileReader(recipe.seed().applyAsLong(manifest.settings()));
        List<TrainingText> texts = new ArrayList<>();
        List<LabelCount> counts = new ArrayList<>();
        for (LabelledFile source : manifest.sources()) {
            List<TrainingText> read = reader.read(data, source);
            texts.addAll(read);
            counts.add(LabelCount.of(data, source, read));
        }
        requireAllLabels(texts);
        return new TrainingData<>(manifest, texts, counts);
    }

    /**
     * The same data without some files, for a model that is to be tried on them; its name says so.
     *
     * @throws IOException when there is no such file, or a label has no text left
     */
    public TrainingData<S> without(Set<String> ids) throws IOException {
        if (ids.isEmpty()) {
            return this;
        }
        Set<String> left = new TreeSet<>(ids);
        List<LabelCount> keptCounts = new ArrayList<>();
        List<TrainingText> keptTexts = new ArrayList<>();
        int at = 0;
        for (LabelCount count : counts) {
            int end = Math.toIntExact(at + count.negative() + count.neutral() + count.positive());
            if (!left.remove(count.source().id())) {
                keptCounts.add(count);
                keptTexts.addAll(texts.subList(at, end));
            }
            at = end;
        }
        if (!left.isEmpty()) {
            throw new TrainingDataException("there is no source " + String.join(", ", left));
        }
        requireAllLabels(keptTexts);
        String name = manifest.model() + "-without-" + String.join("-", new TreeSet<>(ids));
        List<LabelledFile> sources = keptCounts.stream().map(LabelCount::source).toList();
        return new TrainingData<>(
                new TrainingManifest<>(name, manifest.settings(), sources), keptTexts, keptCounts);
    }

    /**
     * The texts of one CSV with the columns {@code text} and {@code sentiment}.
     *
     * @throws IOException when it cannot be read or lacks a column
     */
    public static List<TrainingText> ofTable(Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        return new LabelledFileReader(0)
                .read(absolute.getParent(), table(absolute.getFileName().toString()));
    }

    private static <S> TrainingManifest<S> manifest(Path data, TrainingRecipe<S> recipe)
            throws IOException {
        Path own = data.resolve(MANIFEST);
        if (Files.isRegularFile(own)) {
            return TrainingManifest.parse(own.toString(), Files.readString(own), recipe.settings());
        }
        List<Path> tables = tables(data);
        if (!tables.isEmpty()) {
            List<LabelledFile> sources = new ArrayList<>();
            for (Path table : tables) {
                sources.add(table(table.getFileName().toString()));
            }
            return new TrainingManifest<>(
                    recipe.ownModel(), recipe.settings().apply(Optional.empty()), sources);
        }
        try (InputStream in = recipe.shippedManifest().openStream()) {
            TrainingManifest<S> shipped =
                    TrainingManifest.parse(
                            MANIFEST,
                            new String(in.readAllBytes(), StandardCharsets.UTF_8),
                            recipe.settings());
            requireFiles(data, shipped);
            return shipped;
        }
    }

    private static List<Path> tables(Path data) throws IOException {
        if (!Files.isDirectory(data)) {
            throw new TrainingDataException(data + " is no directory");
        }
        try (Stream<Path> files = Files.list(data)) {
            return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
        }
    }

    private static LabelledFile table(String file) {
        return new LabelledFile(
                file,
                file,
                "own",
                null,
                null,
                Format.CSV,
                List.of("text"),
                LabelRule.NAMES,
                null,
                1,
                null);
    }

    private static void requireFiles(Path data, TrainingManifest<?> manifest) throws IOException {
        for (LabelledFile source : manifest.sources()) {
            if (!source.isInJar() && !Files.isRegularFile(data.resolve(source.file()))) {
                throw new TrainingDataException(
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
                throw new TrainingDataException("there is no " + label.id() + " text to train on");
            }
        }
    }
}
