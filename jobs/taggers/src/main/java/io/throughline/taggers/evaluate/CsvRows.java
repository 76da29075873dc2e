package io.throughline.taggers.evaluate;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Rows of a CSV with a header, in any order of columns and any case. */
final class CsvRows implements LabelRows {

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .setIgnoreHeaderCase(true)
                    .setTrim(true)
                    .get();

    private final String name;
    private final RowParser rows;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Map<String, Integer> columns = new TreeMap<>();

    /**
     * Reads the header.
     *
     * @param name of the file, for messages
     */
    CsvRows(String name, Reader in, RowParser rows) throws IOException {
        this.name = name;
        this.rows = rows;
        try {
            parser = CSVParser.parse(in, FORMAT);
            records = parser.iterator();
        } catch (UncheckedIOException | IllegalArgumentException e) {
            throw LabelFileException.unreadable(name, 1, e);
        }
        parser.getHeaderMap()
                .forEach(
                        (column, index) ->
                                columns.put(
                                        column.replace("\uFEFF", "")
                                                .strip()
                                                .toLowerCase(Locale.ROOT),
                                        index));
        if (!columns.containsKey("text")
                || !(columns.containsKey(Task.SENTIMENT.id())
                        || columns.containsKey(Task.STAGE.id()))) {
            throw new LabelFileException(
                    name
                            + " must have the column 'text' and 'sentiment' or 'stage'; it has "
                            + String.join(", ", columns.keySet()));
        }
    }

    @Override
    public Optional<LabelRow> next() {
        CSVRecord record;
        try {
            if (!records.hasNext()) {
                return Optional.empty();
            }
            record = records.next();
        } catch (UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            throw LabelFileException.unreadable(name, parser.getCurrentLineNumber() + 1, e);
        }
        long line = parser.getCurrentLineNumber();
        try {
            return Optional.of(rows.row(line, RowFields.of(record, columns)));
        } catch (IllegalArgumentException e) {
            throw LabelFileException.at(name, line, e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
