package io.throughline.taggers.train;

import io.throughline.model.Hashes;
import io.throughline.model.SentimentLabel;
import io.throughline.taggers.train.LabelledFile.Format;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the labelled texts of a {@link LabelledFile}. */
final class LabelledFileReader {

    private final long seed;

    LabelledFileReader(long seed) {
        this.seed = seed;
    }

    /**
     * The labelled texts, in the order of the file unless it holds more than may be used.
     *
     * @throws IOException when the file cannot be read, is not the one that was meant, or lacks a
     *     column
     */
    List<TrainingText> read(Path data, LabelledFile source) throws IOException {
        byte[] bytes = bytes(data, source);
        if (source.sha256() != null && !source.sha256().equals(Hashes.sha256(bytes))) {
            throw new TrainingDataException(
                    source.file()
                            + " is not the file the manifest means: its sha256 is "
                            + Hashes.sha256(bytes)
                            + ", not "
                            + source.sha256());
        }
        String content = new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "");
        List<TrainingText> texts =
                source.format() == Format.CSV ? csv(source, content) : tsv(source, content);
        return source.most() == null ? texts : sample(texts, source.most());
    }

    /** The bytes of the source's file, below the data directory or in the jar. */
    static byte[] bytes(Path data, LabelledFile source) throws IOException {
        if (!source.isInJar()) {
            return Files.readAllBytes(data.resolve(source.file()));
        }
        String resource = source.file().substring(LabelledFile.IN_JAR.length());
        try (InputStream in = LabelledFileReader.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new TrainingDataException(source.file() + " is not in the jar");
            }
            return in.readAllBytes();
        }
    }

    private static List<TrainingText> csv(LabelledFile source, String content) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        List<TrainingText> texts = new ArrayList<>();
        try (CSVParser rows = CSVParser.parse(new StringReader(content), format)) {
            requireColumns(source, rows);
            for (CSVRecord row : rows) {
                requireName(source, row, rows.getCurrentLineNumber());
                labelled(source, row::get).ifPresent(texts::add);
            }
        }
        return texts;
    }

    /** A label that is misspelt must not make a row vanish. */
    private static void requireName(LabelledFile source, CSVRecord row, long line)
            throws IOException {
        if (source.label() != LabelRule.NAMES) {
            return;
        }
        String column = source.label().column();
        String name = row.isSet(column) ? row.get(column) : "";
        if (!name.isBlank() && source.label().label(name).isEmpty()) {
            throw new TrainingDataException(
                    source.file()
                            + ":"
                            + line
                            + ": sentiment is negative, neutral, positive or empty, not '"
                            + name.strip()
                            + "'");
        }
    }

    private static void requireColumns(LabelledFile source, CSVParser rows) throws IOException {
        List<String> needed = new ArrayList<>(source.text());
        if (source.label().column() != null) {
            needed.add(source.label().column());
        }
        if (source.rating() != null) {
            needed.add(source.rating().column());
        }
        for (String column : needed) {
            if (!rows.getHeaderMap().containsKey(column)) {
                throw new TrainingDataException(
                        source.file()
                                + " has no column '"
                                + column
                                + "'; it has "
                                + String.join(", ", rows.getHeaderNames()));
            }
        }
    }

    private static List<TrainingText> tsv(LabelledFile source, String content) {
        List<TrainingText> texts = new ArrayList<>();
        for (String line : content.split("\r?\n")) {
            String[] cells = line.split("\t", -1);
            labelled(source, column -> cell(cells, column)).ifPresent(texts::add);
        }
        return texts;
    }

    private static String cell(String[] cells, String column) {
        int index = Integer.parseInt(column) - 1;
        return index < cells.length ? cells[index] : "";
    }

    private static Optional<TrainingText> labelled(
            LabelledFile source, UnaryOperator<String> cell) {
        String text = source.text().stream().map(cell).collect(Collectors.joining("\n"));
        if (text.isBlank()) {
            return Optional.empty();
        }
        LabelRule rule = source.label();
        RatingRule rating = source.rating();
        return rule.target(rule.column() == null ? "" : cell.apply(rule.column()))
                .map(
                        target ->
                                new TrainingText(
                                        text.strip(),
                                        target.label(),
                                        source.weight(),
                                        rating == null
                                                ? null
                                                : rating.rating(cell.apply(rating.column()))
                                                        .orElse(null),
                                        target));
    }

    private List<TrainingText> sample(List<TrainingText> texts, int most) {
        Map<SentimentLabel, List<TrainingText>> byLabel = new EnumMap<>(SentimentLabel.class);
        for (TrainingText text : texts) {
            byLabel.computeIfAbsent(text.label(), label -> new ArrayList<>()).add(text);
        }
        List<TrainingText> chosen = new ArrayList<>();
        for (List<TrainingText> all : byLabel.values()) {
            all.sort(Comparator.comparing(text -> Hashes.sha256(seed + text.text())));
            chosen.addAll(all.subList(0, Math.min(most, all.size())));
        }
        return chosen;
    }
}
