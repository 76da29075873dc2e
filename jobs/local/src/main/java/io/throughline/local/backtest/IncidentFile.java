package io.throughline.local.backtest;

import io.throughline.yaml.Nearest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads what people know to have happened: CSV with {@code from} and, as they like, {@code until},
 * {@code stage}, {@code direction} and {@code name}. Every mistake is fatal, because a figure that
 * leaves an incident out is wrong.
 */
public final class IncidentFile {

    /** What an incident without an end lasts. */
    static final Duration USUAL = Duration.ofDays(7);

    private static final List<String> DIRECTIONS =
            List.of("drop", "rise", "volume-surge", "volume-collapse");

    private IncidentFile() {}

    /**
     * The incidents in the order of the file.
     *
     * @throws HistoryException when one cannot be read, with its line
     */
    public static List<Incident> read(Path file, EventTimes times) throws IOException {
        List<Incident> incidents = new ArrayList<>();
        try (CSVParser parser =
                CSVParser.parse(Utf8.reader(Files.newInputStream(file)), HeadedCsv.FORMAT)) {
            Map<String, Integer> columns = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            parser.getHeaderMap()
                    .forEach((name, at) -> columns.put(name.replace("\uFEFF", "").strip(), at));
            if (!columns.containsKey("from")) {
                throw new HistoryException(
                        file
                                + " has no column 'from'"
                                + Nearest.hint("from", columns.keySet())
                                + ". Incidents are from,until,stage,direction,name");
            }
            for (CSVRecord record : parser) {
                try {
                    Utf8.check(record);
                    incidents.add(incident(record, columns, times));
                } catch (IllegalArgumentException | BadLineException e) {
                    throw new HistoryException(
                            file
                                    + ", line "
                                    + parser.getCurrentLineNumber()
                                    + ": "
                                    + e.getMessage(),
                            e);
                }
            }
        } catch (UncheckedIOException e) {
            throw new HistoryException(file + " is no CSV: " + e.getMessage(), e);
        }
        return incidents;
    }

    private static Incident incident(
            CSVRecord record, Map<String, Integer> columns, EventTimes times) {
        String from = of(record, columns, "from");
        if (from == null) {
            throw new IllegalArgumentException("from: is missing");
        }
        Instant begin = times.read(from);
        String until = of(record, columns, "until");
        String direction = of(record, columns, "direction");
        if (direction != null && !DIRECTIONS.contains(direction)) {
            throw new IllegalArgumentException(
                    "direction: '" + direction + "' is none" + Nearest.hint(direction, DIRECTIONS));
        }
        String name = of(record, columns, "name");
        return new Incident(
                name == null ? from : name,
                of(record, columns, "stage"),
                direction,
                begin,
                until == null ? begin.plus(USUAL) : times.read(until));
    }

    private static String of(CSVRecord record, Map<String, Integer> columns, String name) {
        Integer at = columns.get(name);
        if (at == null || at >= record.size() || record.get(at).isBlank()) {
            return null;
        }
        return record.get(at).strip();
    }
}
