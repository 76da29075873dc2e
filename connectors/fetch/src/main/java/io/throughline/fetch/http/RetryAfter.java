package io.throughline.fetch.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads the header {@code Retry-After}: seconds or an HTTP date (RFC 9110, 10.2.3). */
final class RetryAfter {

    /** What is asked for beyond this is not believed. */
    static final Duration LONGEST = Duration.ofHours(6);

    private RetryAfter() {}

    static Optional<Duration> parse(String header, Instant now) {
        String value = header.strip();
        try {
            Duration asked =
                    value.chars().allMatch(Character::isDigit) && !value.isEmpty()
                            ? Duration.ofSeconds(Long.parseLong(value))
                            : Duration.between(
                                    now,
                                    ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                                            .toInstant());
            if (asked.isNegative()) {
                return Optional.of(Duration.ZERO);
            }
            return Optional.of(asked.compareTo(LONGEST) > 0 ? LONGEST : asked);
        } catch (DateTimeParseException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
