package io.throughline.local.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.model.FailureReason;
import io.throughline.model.StageSignal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/** One row or line as an item of a history. */
final class RowReader {

    /** Stage of a history that names none. */
    static final String ALL = "all";

    /** Channel of an item that names none. */
    static final String OTHER = "other";

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Duration MOST_AHEAD = Duration.ofDays(1);
    private static final double MICROS = 1_000_000;
    private static final double THIRD = 1.0 / 3;

    private final EventTimes times;
    private final Map<String, String> renamed;
    private final Instant latest;

    /**
     * @param renamed field to its path in a line of JSON, such as {@code extras.insurer}
     * @param clock says what a time ahead is
     */
    RowReader(EventTimes times, Map<String, String> renamed, Clock clock) {
        this.times = times;
        this.renamed = renamed;
        this.latest = clock.instant().plus(MOST_AHEAD);
    }

    HistoryItem row(HistoryColumns columns, CSVRecord row) {
        Instant at = time(HistoryColumns.OCCURRED_AT, columns.of(row, HistoryColumns.OCCURRED_AT));
        int label = Labels.read(columns.of(row, HistoryColumns.LABEL));
        return new HistoryItem(
                or(columns.of(row, HistoryColumns.ID), ""),
                at,
                or(columns.of(row, HistoryColumns.STAGE), ALL),
                or(columns.of(row, HistoryColumns.CHANNEL), OTHER),
                label,
                Labels.scoreMicros(label),
                columns.of(row, HistoryColumns.AUTHOR),
                0,
                null,
                columns.of(row, HistoryColumns.LANGUAGE),
                0,
                columns.of(row, HistoryColumns.TEXT),
                columns.of(row, HistoryColumns.URL));
    }

    Point point(HistoryColumns columns, CSVRecord row) {
        Instant at = time(HistoryColumns.TIMESTAMP, columns.of(row, HistoryColumns.TIMESTAMP));
        String value = columns.of(row, HistoryColumns.VALUE);
        if (value == null) {
            throw BadLineException.missing(HistoryColumns.VALUE);
        }
        try {
            double number = Double.parseDouble(value);
            if (Double.isFinite(number)) {
                return new Point(at, number);
            }
        } catch (NumberFormatException e) {
            throw BadLineException.invalid(HistoryColumns.VALUE, "'" + value + "' is no number");
        }
        throw BadLineException.invalid(HistoryColumns.VALUE, "'" + value + "' is not finite");
    }

    /** A line of {@code normalize} or {@code tag}, or one with the fields of the CSV. */
    HistoryItem line(JsonNode line) {
        Instant at =
                time(HistoryColumns.OCCURRED_AT, text(field(line, HistoryColumns.OCCURRED_AT)));
        JsonNode sentiment = line.path("sentiment");
        boolean tagged = sentiment.isObject() && !renamed.containsKey(HistoryColumns.LABEL);
        int label = label(tagged ? sentiment.path("label") : field(line, HistoryColumns.LABEL));
        JsonNode score = sentiment.path("score");
        return new HistoryItem(
                or(text(line.path(HistoryColumns.ID)), ""),
                at,
                stage(line),
                or(text(field(line, HistoryColumns.CHANNEL)), OTHER),
                label,
                tagged && score.isNumber() && Math.abs(score.doubleValue()) <= 1
                        ? Math.round(score.doubleValue() * MICROS)
                        : Labels.scoreMicros(label),
                author(field(line, HistoryColumns.AUTHOR)),
                0,
                text(sentiment.path("model")),
                text(field(line, HistoryColumns.LANGUAGE)),
                rating(line.path("rating")),
                text(field(line, HistoryColumns.TEXT)),
                text(field(line, HistoryColumns.URL)));
    }

    private JsonNode field(JsonNode line, String name) {
        JsonNode node = line;
        for (String part : renamed.getOrDefault(name, name).split("\\.")) {
            node = node.path(part);
        }
        return node;
    }

    /** A rating is a label too: the lower third of its scale is negative, the upper positive. */
    private static int label(JsonNode node) {
        return node.isObject() && node.has("value") ? 1 + rating(node) : Labels.read(text(node));
    }

    private Instant time(String field, String text) {
        if (text == null) {
            throw BadLineException.missing(field);
        }
        Instant at;
        try {
            at = times.read(text);
        } catch (IllegalArgumentException e) {
            throw BadLineException.invalid(field, e.getMessage());
        }
        if (at.isBefore(EARLIEST) || at.isAfter(latest)) {
            throw BadLineException.invalid(
                    field, "'" + text + "' is before 1990 or more than a day ahead");
        }
        return at;
    }

    /** The heaviest stage; the first of several that weigh the same. */
    private String stage(JsonNode line) {
        JsonNode stages = line.path("stages");
        if (!stages.isArray() || renamed.containsKey(HistoryColumns.STAGE)) {
            return or(text(field(line, HistoryColumns.STAGE)), ALL);
        }
        String heaviest = StageSignal.UNASSIGNED;
        double weight = Double.NEGATIVE_INFINITY;
        for (JsonNode stage : stages) {
            double own = stage.path("weight").asDouble(0);
            if (own > weight && text(stage.path("id")) != null) {
                heaviest = text(stage.path("id"));
                weight = own;
            }
        }
        return heaviest;
    }

    private static String author(JsonNode author) {
        return author.isObject() ? text(author.path("key")) : text(author);
    }

    /** As {@code Traits.rating} has it. */
    private static int rating(JsonNode rating) {
        double min = rating.path("min").asDouble();
        double max = rating.path("max").asDouble();
        if (!rating.path("value").isNumber() || !(max > min)) {
            return 0;
        }
        double normal = 2 * (rating.path("value").doubleValue() - min) / (max - min) - 1;
        return normal < -THIRD ? -1 : normal > THIRD ? 1 : 0;
    }

    private static String text(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isValueNode()) {
            throw new BadLineException(
                    FailureReason.INVALID_FIELD, "a text is due where " + node + " is");
        }
        String text = node.asText().strip();
        return text.isEmpty() ? null : text;
    }

    private static String or(String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}
