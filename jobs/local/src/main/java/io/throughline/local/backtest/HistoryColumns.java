package io.throughline.local.backtest;

import io.throughline.yaml.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/** Where the fields of a history are in a CSV. */
public final class HistoryColumns {

    static final String OCCURRED_AT = "occurredAt";
    static final String STAGE = "stage";
    static final String CHANNEL = "channel";
    static final String LABEL = "label";
    static final String AUTHOR = "author";
    static final String TEXT = "text";
    static final String ID = "id";
    static final String LANGUAGE = "language";
    static final String URL = "url";
    static final String TIMESTAMP = "timestamp";
    static final String VALUE = "value";

    /** Every field there is. */
    public static final Set<String> FIELDS =
            Set.of(
                    OCCURRED_AT,
                    STAGE,
                    CHANNEL,
                    LABEL,
                    AUTHOR,
                    TEXT,
                    ID,
                    LANGUAGE,
                    URL,
                    TIMESTAMP,
                    VALUE);

    private final List<String> header;
    private final Map<String, Integer> places = new LinkedHashMap<>();

    /**
     * @param header as it stands
     * @param renamed field to the column that it is in
     * @throws HistoryException when a renamed column is not there
     */
    HistoryColumns(List<String> header, Map<String, String> renamed) {
        this.header = header.stream().map(HistoryColumns::plain).toList();
        for (String field : FIELDS) {
            String column = renamed.getOrDefault(field, field);
            place(column).ifPresent(at -> places.put(field, at));
            if (renamed.containsKey(field) && !places.containsKey(field)) {
                throw new HistoryException(
                        "there is no column '" + column + "'" + Nearest.hint(column, this.header));
            }
        }
    }

    /** Whether this is a series of numbers. */
    boolean numeric() {
        return has(TIMESTAMP) && has(VALUE) && !has(OCCURRED_AT);
    }

    boolean has(String field) {
        return places.containsKey(field);
    }

    /**
     * Ends the reading of the header.
     *
     * @throws HistoryException when the time is missing
     */
    void check() {
        if (numeric() || has(OCCURRED_AT)) {
            return;
        }
        if (header.size() == 1 && header.get(0).matches(".*[;\t|].*")) {
            throw new HistoryException(
                    "the header '"
                            + header.get(0)
                            + "' has no commas. Columns are parted by commas: export it so, or turn"
                            + " it into JSON lines");
        }
        throw new HistoryException(
                "there is no column 'occurredAt' in the header "
                        + String.join(",", header)
                        + near()
                        + ". A history has the columns occurredAt,stage,channel,label,author, of"
                        + " which only occurredAt must be; a series of numbers has"
                        + " timestamp,value. A column of another name is told with --column"
                        + " occurredAt=NAME");
    }

    /** What is missing and will be felt. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (!numeric() && !has(LABEL)) {
            warnings.add(
                    "there is no column 'label'"
                            + near(LABEL)
                            + ": only the volume is watched, not the sentiment");
        }
        return warnings;
    }

    /** The value of a field; null when it is empty or there is no such column. */
    String of(CSVRecord row, String field) {
        Integer at = places.get(field);
        if (at == null || at >= row.size()) {
            return null;
        }
        String value = row.get(at).strip();
        return value.isEmpty() ? null : value;
    }

    private Optional<Integer> place(String column) {
        for (int at = 0; at < header.size(); at++) {
            if (header.get(at).equalsIgnoreCase(column)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private String near() {
        String near = near(OCCURRED_AT);
        return near.isEmpty() ? timeLike() : near;
    }

    private String near(String field) {
        String hint = Nearest.hint(field, header);
        return hint.startsWith("; did") ? hint : "";
    }

    private String timeLike() {
        return header.stream()
                .filter(
                        column ->
                                column.toLowerCase(Locale.ROOT)
                                        .matches(".*(date|time|created|received|_at$).*"))
                .findFirst()
                .map(column -> "; is it '" + column + "'?")
                .orElse("");
    }

    private static String plain(String column) {
        return column.replace("\uFEFF", "").strip();
    }
}
