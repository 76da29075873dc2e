package io.throughline.console;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Times of addresses: {@code 2026-03-01}, a day in UTC, or {@code 2026-03-01T09:30:00Z}. */
final class SearchTimes {

    private static final int DATE_LENGTH = "2026-03-01".length();

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private SearchTimes() {}

    /** A day is meant from its beginning. */
    static Instant from(String name, String text) {
        return read(name, text, 0);
    }

    /** A day is meant with its end. */
    static Instant until(String name, String text) {
        return read(name, text, 1);
    }

    private static Instant read(String name, String text, int days) {
        try {
            Instant time =
                    text.length() == DATE_LENGTH
                            ? LocalDate.parse(text)
                                    .plusDays(days)
                                    .atStartOfDay()
                                    .toInstant(ZoneOffset.UTC)
                            : OffsetDateTime.parse(text).toInstant();
            if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
                throw new DateTimeException("out of range");
            }
            return time;
        } catch (DateTimeException e) {
            throw RefusedException.badRequest(
                    "'"
                            + name
                            + "' is a day such as 2026-03-01, or a time such as"
                            + " 2026-03-01T09:30:00Z.");
        }
    }
}
