package io.throughline.channels.scaffold;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.RejectedException;
import io.throughline.channels.file.CsvTable;
import io.throughline.channels.scaffold.Sample.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a sample as CSV: finds the delimiter, the header row, and what stands under it. */
final class CsvSample {

    private static final String DELIMITERS = ",;\t|^~:";

    /** Rows by which a delimiter is judged. */
    private static final int JUDGED = 50;

    /** Share of rows that are as wide as the header row, in a table. */
    private static final double MOST = 0.6;

    private static final int LONGEST_NAME = 300;
    private static final Pattern VALUE =
            Pattern.compile("[+-]?\\d+([.,]\\d+)?|\\d{4}-\\d\\d-\\d\\d.*|[^@\\s]+@[^@\\s]+");

    /** Below the names of the columns, exports of Qualtrics have the questions and their ids. */
    private static final Pattern IMPORT_ID = Pattern.compile("\\s*\\{\"ImportId\".*");

    private CsvSample() {}

    static Sample read(String name, String text, Charset charset, int mostRecords) {
        char delimiter = delimiter(text);
        List<List<String>> rows = rows(text, delimiter, mostRecords);
        boolean named = name.toLowerCase(Locale.ROOT).endsWith(".csv");
        if (rows.isEmpty() || (rows.get(0).size() < 2 && !named)) {
            throw new SampleException(
                    name
                            + " is neither JSON, JSON lines, CSV, a form body nor server-sent"
                            + " events. Save the body as it was sent, or export it as CSV or JSON.");
        }
        List<String> header = rows.get(0);
        check(name, header);
        int headerRows = headerRows(rows);
        CsvTable table = CsvTable.of(line(header, delimiter), delimiter);
        List<JsonNode> documents = new ArrayList<>();
        for (List<String> row : rows.subList(headerRows, rows.size())) {
            if (row.size() == header.size()) {
                try {
                    documents.add(table.row(line(row, delimiter)));
                } catch (RejectedException e) {
                    throw new SampleException(name + " cannot be read as CSV: " + e.getMessage());
                }
            }
        }
        return new Sample(name, Shape.CSV, charset.name(), delimiter, headerRows, documents);
    }

    private static void check(String name, List<String> header) {
        long values = header.stream().filter(cell -> VALUE.matcher(cell.strip()).matches()).count();
        if (2 * values >= header.size()) {
            throw new SampleException(
                    name
                            + " has no header row: its first row holds values. Add a first row that"
                            + " names the columns.");
        }
        if (header.stream().anyMatch(cell -> cell.length() > LONGEST_NAME)) {
            throw new SampleException(
                    name
                            + " has no header row that names columns, so it is no CSV. Save the body"
                            + " as it was sent, or export it as CSV or JSON.");
        }
    }

    private static int headerRows(List<List<String>> rows) {
        for (int i = 1; i < Math.min(3, rows.size()); i++) {
            if (rows.get(i).stream().allMatch(cell -> IMPORT_ID.matcher(cell).matches())) {
                return i + 1;
            }
        }
        return 1;
    }

    /** The one by which most rows are as wide as the first; of equals the one that cuts more. */
    private static char delimiter(String text) {
        char best = ',';
        double most = 0;
        for (char candidate : DELIMITERS.toCharArray()) {
            List<List<String>> rows = rows(text, candidate, JUDGED);
            int width = rows.isEmpty() ? 0 : rows.get(0).size();
            long alike = rows.stream().filter(row -> row.size() == width).count();
            double share = rows.isEmpty() ? 0 : (double) alike / rows.size();
            double score = width < 2 || share < MOST ? 0 : share * Math.log(width + 1);
            if (score > most) {
                best = candidate;
                most = score;
            }
        }
        return best;
    }

    /** Up to so many rows; what cannot be read ends them. */
    private static List<List<String>> rows(String text, char delimiter, int most) {
        CSVFormat format =
                CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(delimiter)
                        .setIgnoreEmptyLines(true)
                        .setLenientEof(true)
                        .setTrailingData(true)
                        .get();
        List<List<String>> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            for (CSVRecord row : parser) {
                if (rows.size() >= most) {
                    break;
                }
                rows.add(row.toList());
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            return rows;
        }
        return rows;
    }

    private static String line(List<String> cells, char delimiter) {
        List<String> quoted =
                cells.stream().map(cell -> '"' + cell.replace("\"", "\"\"") + '"').toList();
        return String.join(String.valueOf(delimiter), quoted);
    }
}
