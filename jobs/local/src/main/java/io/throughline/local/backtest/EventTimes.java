package io.throughline.local.backtest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.regex.Pattern;

/**
 * Times as exports write them: ISO 8601 with a zone, without one, a date alone (its midnight), or
 * seconds or milliseconds since 1970. A blank may stand for the T, and {@code UTC} for Z.
 */
public final class EventTimes {

    /** Ten digits are seconds until the year 2286, thirteen are milliseconds. */
    private static final Pattern SECONDS = Pattern.compile("\\d{9,10}(\\.\\d{1,9})?");

    private static final Pattern MILLIS = Pattern.compile("\\d{12,13}");
    private static final long MICROS = 1_000_000;

    private static final DateTimeFormatter ISO =
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE)
                    .optionalStart()
                    .appendLiteral('T')
                    .appendPattern("H:mm")
                    .optionalStart()
                    .append(DateTimeFormatter.ofPattern(":ss"))
                    .optionalStart()
                    .appendFraction(java.time.temporal.ChronoField.NANO_OF_SECOND, 0, 9, true)
                    .optionalEnd()
                    .optionalEnd()
                    .optionalStart()
                    .appendOffset("+HH:MM", "Z")
                    .optionalEnd()
                    .optionalStart()
                    .appendOffset("+HHMM", "Z")
                    .optionalEnd()
                    .optionalStart()
                    .appendOffset("+HH", "Z")
                    .optionalEnd()
                    .optionalEnd()
                    .toFormatter(java.util.Locale.ROOT);

    private final ZoneId zone;

    /**
     * @param zone of times that name none
     */
    public EventTimes(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * The time.
     *
     * @throws IllegalArgumentException when it is none
     */
    Instant read(String text) {
        try {
            if (MILLIS.matcher(text).matches()) {
                return Instant.ofEpochMilli(Long.parseLong(text));
            }
            if (SECONDS.matcher(text).matches()) {
                long micros = Math.round(Double.parseDouble(text) * MICROS);
                return Instant.ofEpochSecond(
                        Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000);
            }
            return iso(normal(text));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'"
                            + text
                            + "' is no time; write 2026-03-04T05:06:07Z, 2026-03-04 05:06,"
                            + " 2026-03-04, or seconds or milliseconds since 1970",
                    e);
        }
    }

    private static String normal(String text) {
        String plain = text.endsWith(" UTC") ? text.substring(0, text.length() - 4) + "Z" : text;
        return plain.length() > 10 && plain.charAt(10) == ' '
                ? plain.substring(0, 10) + "T" + plain.substring(11)
                : plain;
    }

    private Instant iso(String text) {
        TemporalAccessor read =
                ISO.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        if (read instanceof OffsetDateTime zoned) {
            return zoned.toInstant();
        }
        if (read instanceof LocalDateTime local) {
            return local.atZone(zone).toInstant();
        }
        return ((LocalDate) read).atStartOfDay(zone).toInstant();
    }
}
