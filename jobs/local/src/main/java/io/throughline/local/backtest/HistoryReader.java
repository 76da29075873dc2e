package io.throughline.local.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.model.FailureReason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a history: CSV with a header, or JSON lines, told apart by the first character. What is no
 * part of a history, or no UTF-8, is told with its line, and the others go on.
 */
public final class HistoryReader {

    private static final int LONGEST_BLANK = 1 << 16;
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(true).setTrailingData(true).get();

    private final ObjectMapper json =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private final RowReader rows;
    private final Map<String, String> columns;
    private final Listener listener;

    /** Is told of what is read. */
    public interface Listener {

        /**
         * A line that is no part of a history.
         *
         * @param line of the input, from 1
         */
        void bad(FailureReason reason, String message, long line);

        /** Something about the input as a whole. */
        void warning(String message);

        /** So many rows or lines have been read. */
        void read(long records);
    }

    /**
     * @param times zone of times that name none
     * @param columns field to the column of the CSV that it is in, where the names differ
     */
    public HistoryReader(
            EventTimes times, Map<String, String> columns, Clock clock, Listener listener) {
        this.rows = new RowReader(times, Map.copyOf(columns), clock);
        this.columns = Map.copyOf(columns);
        this.listener = listener;
    }

    /**
     * Reads everything.
     *
     * @throws HistoryException when it is no history at all
     */
    public History read(InputStream in) throws IOException {
        BufferedReader reader = Utf8.reader(in);
        SortedHistory feedback = new SortedHistory();
        List<Point> points = new ArrayList<>();
        int first = firstCharacter(reader);
        if (first < 0) {
            throw new HistoryException("there is nothing in it: not even a header");
        }
        if (first == '{') {
            readLines(reader, feedback);
        } else {
            readTable(reader, feedback, points);
        }
        return new History(feedback, points);
    }

    private static int firstCharacter(BufferedReader reader) throws IOException {
        reader.mark(LONGEST_BLANK);
        int character = reader.read();
        while (character == '\uFEFF' || character >= 0 && Character.isWhitespace(character)) {
            reader.mark(LONGEST_BLANK);
            character = reader.read();
        }
        reader.reset();
        return character;
    }

    private void readLines(BufferedReader reader, SortedHistory feedback) throws IOException {
        long number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (!line.isBlank()) {
                try {
                    Utf8.check(List.of(line));
                    keep(parsed(line), feedback);
                } catch (BadLineException e) {
                    listener.bad(e.reason(), e.getMessage(), number);
                }
            }
            listener.read(number);
        }
    }

    private void keep(JsonNode line, SortedHistory feedback) throws IOException {
        long revision = line.path("revision").asLong(0);
        if (line.path("operation").asText().equals("delete")) {
            if (!line.path(HistoryColumns.ID).isTextual()) {
                throw BadLineException.missing(HistoryColumns.ID);
            }
            feedback.delete(line.path(HistoryColumns.ID).textValue(), revision);
            return;
        }
        add(rows.line(line), revision, feedback);
    }

    private static void add(HistoryItem item, long revision, SortedHistory feedback)
            throws IOException {
        if (item.id().isEmpty()) {
            feedback.add(item);
        } else {
            feedback.add(item, revision);
        }
    }

    private JsonNode parsed(String text) {
        try {
            JsonNode line = json.readTree(text);
            if (line.isObject()) {
                return line;
            }
            throw new BadLineException(FailureReason.MALFORMED, "the line is no JSON object");
        } catch (JsonProcessingException e) {
            throw new BadLineException(FailureReason.MALFORMED, "the line is no JSON");
        }
    }

    private void readTable(BufferedReader reader, SortedHistory feedback, List<Point> points)
            throws IOException {
        try (CSVParser parser = CSVParser.parse(reader, FORMAT)) {
            Iterator<CSVRecord> records = parser.iterator();
            List<String> header = records.next().toList();
            if (header.stream().anyMatch(Utf8::broken)) {
                throw new HistoryException("line 1: in the header " + Utf8.BROKEN);
            }
            HistoryColumns known = new HistoryColumns(header, columns);
            known.check();
            known.warnings().forEach(listener::warning);
            long line = parser.getCurrentLineNumber() + 1;
            while (records.hasNext()) {
                CSVRecord record = records.next();
                try {
                    Utf8.check(record);
                    if (known.numeric()) {
                        points.add(rows.point(known, record));
                    } else {
                        add(rows.row(known, record), 0, feedback);
                    }
                } catch (BadLineException e) {
                    listener.bad(e.reason(), e.getMessage(), line);
                }
                listener.read(record.getRecordNumber());
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (CSVException | UncheckedIOException | IllegalStateException e) {
            throw new HistoryException("it is no CSV any more: " + e.getMessage(), e);
        }
    }
}
