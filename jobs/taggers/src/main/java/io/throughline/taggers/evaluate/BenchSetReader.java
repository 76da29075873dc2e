package io.throughline.taggers.evaluate;

import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.Hashes;
import io.throughline.taggers.train.LabelledFile;
import io.throughline.taggers.train.LabelledFile.Format;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the labelled rows of a {@link BenchSet}. */
final class BenchSetReader {

    private final Path data;

    /**
     * @param data directory that the files of sets are in
     */
    BenchSetReader(Path data) {
        this.data = data;
    }

    /** Whether the user has the file. */
    boolean has(BenchSet set) {
        return Files.isRegularFile(data.resolve(set.source().file()));
    }

    /**
     * The rows that a rule gives a label.
     *
     * @throws LabelFileException when the file is not the one that is meant or lacks a column
     * @throws IOException when it cannot be read
     */
    List<LabelRow> read(BenchSet set) throws IOException {
        Path file = data.resolve(set.source().file());
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        byte[] bytes = Files.readAllBytes(file);
        String sha256 = set.source().sha256();
        if (sha256 != null && !sha256.equals(Hashes.sha256(bytes))) {
            throw new LabelFileException(
                    file
                            + " is not the file that is meant: its sha256 is "
                            + Hashes.sha256(bytes)
                            + ", not "
                            + sha256);
        }
        String content = new String(bytes, set.encoding()).replace("\uFEFF", "");
        return set.source().format() == Format.CSV ? csv(set, content) : tsv(set, content);
    }

    private static List<LabelRow> csv(BenchSet set, String content) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        List<LabelRow> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(content), format)) {
            for (CSVRecord row : parser) {
                add(rows, set, parser.getCurrentLineNumber(), row::get);
            }
        } catch (IllegalArgumentException e) {
            throw LabelFileException.unreadable(set.source().file(), 1, e);
        }
        return rows;
    }

    private static List<LabelRow> tsv(BenchSet set, String content) {
        List<LabelRow> rows = new ArrayList<>();
        long line = 0;
        for (String text : content.split("\r?\n")) {
            String[] cells = text.split("\t", -1);
            add(
                    rows,
                    set,
                    ++line,
                    column -> {
                        int index = Integer.parseInt(column) - 1;
                        return index < cells.length ? cells[index] : "";
                    });
        }
        return rows;
    }

    private static void add(
            List<LabelRow> rows, BenchSet set, long line, Function<String, String> cell) {
        LabelledFile source = set.source();
        String text = source.text().stream().map(cell).collect(Collectors.joining("\n")).strip();
        String column = source.label().column();
        String value = column == null ? "" : cell.apply(column);
        if (set.minus() != null) {
            value = difference(value, cell.apply(set.minus()));
        }
        if (!text.isEmpty()) {
            source.label()
                    .label(value)
                    .ifPresent(
                            label ->
                                    rows.add(
                                            new LabelRow(
                                                    line,
                                                    set.group(),
                                                    Verbatim.of(text),
                                                    label.id(),
                                                    null)));
        }
    }

    /** The difference of two numbers; empty when one is none, as in a header. */
    private static String difference(String number, String minus) {
        try {
            return String.valueOf(
                    Double.parseDouble(number.strip()) - Double.parseDouble(minus.strip()));
        } catch (NumberFormatException e) {
            return "";
        }
    }
}
