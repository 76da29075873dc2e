package io.throughline.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The days that the page looks at, up to the full hour after the newest feedback. Days are counted
 * back from there instead of from midnight: the last one is then a whole day, never a piece of one.
 */
record Span(Instant until, int days) {

    /** Length in days unless asked for another. */
    static final int DAYS = 14;

    static final Duration DAY = Duration.ofDays(1);
    private static final long HOUR = Duration.ofHours(1).toMillis();

    /** Up to the answer of {@link Searches#newest}; empty when there is no feedback. */
    static Optional<Span> read(JsonNode answer) {
        JsonNode newest = answer.path("aggregations").path("newest").path("value");
        return newest.isNumber() ? Optional.of(upTo(newest.asLong())) : Optional.empty();
    }

    Span(Instant until) {
        this(until, DAYS);
    }

    /** The same end, as many days back. */
    Span ofDays(int length) {
        return new Span(until, length);
    }

    private static Span upTo(long newest) {
        return new Span(Instant.ofEpochMilli(-Math.floorDiv(-newest, HOUR) * HOUR));
    }

    Instant from() {
        return until.minus(DAY.multipliedBy(days));
    }

    /** What shifts Elasticsearch's days, which start at midnight UTC, to the days of this span. */
    Duration offset() {
        return Duration.ofMillis(Math.floorMod(until.toEpochMilli(), DAY.toMillis()));
    }

    /** Start of a day, 0 the oldest. */
    Instant day(int index) {
        return from().plus(DAY.multipliedBy(index));
    }

    /** The day that holds a time, 0 the oldest. */
    int indexOf(Instant time) {
        return (int) Math.floorDiv(Duration.between(from(), time).toMillis(), DAY.toMillis());
    }
}
