package io.throughline.taggers.train;

import io.throughline.model.SentimentLabel;
import io.throughline.taggers.train.LabelledFile.Format;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

    /** A model that learnt from no text of a label would never give it, and not say so. */
    private static void requireAllLabels(List<TrainingText> texts) throws IOException {
        Map<SentimentLabel, Long> found = new EnumMap<>(SentimentLabel.class);
        texts.forEach(text -> found.merge(text.label(), 1L, Long::sum));
        List<String> missing = new ArrayList<>();
        List<String> counts = new ArrayList<>();
        for (SentimentLabel label : SentimentLabel.values()) {
            if (!found.containsKey(label)) {
                missing.add(label.id());
            }
            counts.add(label.id() + " " + found.getOrDefault(label, 0L));
        }
        if (!missing.isEmpty()) {
            String labels = String.join(" and no ", missing);
            throw new TrainingDataException(
                    "there is no "
                            + labels
                            + " text to train on (texts found: "
                            + String.join(", ", counts)
                            + "); a model would never answer a label it has not seen. Add rows with"
                            + " the sentiment "
                            + String.join(" and ", missing)
                            + ", some dozens at least");
        }
    }
}
