package io.throughline.fetch.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a header such as {@code Retry-After}: seconds or an HTTP date (RFC 9110, 10.2.3). Headers
 * such as {@code X-Rate-Limit-Reset} say seconds since 1970 instead; a number that large can be
 * nothing else.
 */
final class RetryAfter {

    /** What is asked for beyond this is not believed. */
    static final Duration LONGEST = Duration.ofHours(6);

    /** 2001-09-09: no server asks for thirty years. */
    private static final long EARLIEST_TIME = 1_000_000_000L;

    private static final Pattern SECONDS = Pattern.compile("(\\d{1,15})(\\.\\d+)?");

    private RetryAfter() {}

    static Optional<Duration> parse(String header, Instant now) {
        return asked(header.strip(), now)
                .map(asked -> asked.isNegative() ? Duration.ZERO : asked)
                .map(asked -> asked.compareTo(LONGEST) > 0 ? LONGEST : asked);
    }

    private static Optional<Duration> asked(String value, Instant now) {
        var matcher = SECONDS.matcher(value);
        if (matcher.matches()) {
            long seconds = Long.parseLong(matcher.group(1)) + (matcher.group(2) == null ? 0 : 1);
            return Optional.of(
                    seconds < EARLIEST_TIME
                            ? Duration.ofSeconds(seconds)
                            : Duration.ofSeconds(seconds - now.getEpochSecond()));
        }
        try {
            ZonedDateTime date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(now, date.toInstant()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
