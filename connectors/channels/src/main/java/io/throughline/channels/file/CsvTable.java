package io.throughline.channels.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.channels.RejectedException;
import io.throughline.model.FailureReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The header rows of a CSV file (RFC 4180), by which single rows are read. The first names the
 * columns. A column without a name is {@code column N}, and a name that comes again gets its
 * number, so that no cell is lost.
 */
public final class CsvTable {

    private final CSVFormat format;
    private final List<String> columns;
    private final JsonNode page;

    private CsvTable(CSVFormat format, List<String> columns, JsonNode page) {
        this.format = format;
        this.columns = columns;
        this.page = page;
    }

    /**
     * The table of these header rows.
     *
     * @param header one row, or some with line breaks between them
     * @param delimiter null when the header row tells, see {@link #delimiterOf}
     * @throws RejectedException when the header row cannot be read
     */
    public static CsvTable of(String header, Character delimiter) {
        char actual = delimiter == null ? delimiterOf(header) : delimiter;
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(actual).get();
        List<List<String>> rows = rows(format, header);
        if (rows.isEmpty()) {
            throw malformed("there is no header row");
        }
        List<String> columns = columns(rows.get(0));
        return new CsvTable(format, columns, page(rows, columns));
    }

    private static List<String> columns(List<String> names) {
        List<String> columns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String cell : names) {
            String name = cell.isBlank() ? "column " + (columns.size() + 1) : cell.strip();
            String unique = name;
            for (int n = 2; !seen.add(unique); n++) {
                unique = name + " (" + n + ")";
            }
            columns.add(unique);
        }
        return columns;
    }

    /** {@code header}: the header rows, each an object of texts by column. */
    private static JsonNode page(List<List<String>> rows, List<String> columns) {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        ArrayNode header = page.putArray("header");
        for (List<String> row : rows) {
            ObjectNode texts = header.addObject();
            for (int i = 0; i < Math.min(row.size(), columns.size()); i++) {
                texts.put(columns.get(i), row.get(i));
            }
        }
        return page;
    }

    /**
     * What is around a row: {@code header[1].Q1} is the second header row's text of that column.
     */
    public JsonNode page() {
        return page;
    }

    /** The delimiter header rows speak for: the most frequent of comma, semicolon, tab and bar. */
    public static char delimiterOf(String header) {
        char best = ',';
        int most = 0;
        for (char candidate : new char[] {',', ';', '\t', '|'}) {
            boolean quoted = false;
            int count = 0;
            for (int i = 0; i < header.length(); i++) {
                char c = header.charAt(i);
                quoted ^= c == '"';
                count += !quoted && c == candidate ? 1 : 0;
            }
            if (count > most) {
                best = candidate;
                most = count;
            }
        }
        return best;
    }

    /**
     * A row as an object of texts by column.
     *
     * @throws RejectedException {@code MALFORMED} when it is no row of this table
     */
    public JsonNode row(String text) {
        List<String> cells = cells(format, text);
        if (cells.size() != columns.size()) {
            throw malformed(
                    "the row has "
                            + cells.size()
                            + " columns and the header row "
                            + columns.size());
        }
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < cells.size(); i++) {
            row.put(columns.get(i), cells.get(i));
        }
        return row;
    }

    private static List<String> cells(CSVFormat format, String text) {
        List<List<String>> rows = rows(format, text);
        if (rows.size() != 1) {
            throw malformed("there are " + rows.size() + " rows where one is due");
        }
        return rows.get(0);
    }

    private static List<List<String>> rows(CSVFormat format, String text) {
        try (CSVParser parser = CSVParser.parse(text, format)) {
            return parser.getRecords().stream().map(CSVRecord::toList).toList();
        } catch (IOException | UncheckedIOException e) {
            throw malformed("a quoted value is not closed as it should be");
        }
    }

    private static RejectedException malformed(String message) {
        return new RejectedException(FailureReason.MALFORMED, message);
    }
}
