package io.throughline.notify.send;

import io.throughline.notify.send.Outcome.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * What an HTTP status says of a delivery: 2xx is done, 408, 429 and 5xx come again, everything else
 * is final. A redirect is final too: where it leads nobody has allowed.
 */
final class Statuses {

    /** What a server asks for beyond this is not believed. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private Statuses() {}

    static Outcome of(int status, Optional<String> retryAfter, String answer, Instant now) {
        Result result = result(status);
        return new Outcome(
                result,
                "HTTP " + status + (redirect(status) ? ", redirects are not followed" : ""),
                result == Result.FAILED
                        ? retryAfter.flatMap(text -> wait(text, now))
                        : Optional.empty(),
                answer.isEmpty() ? Optional.empty() : Optional.of(answer));
    }

    private static Result result(int status) {
        if (status >= 200 && status < 300) {
            return Result.DELIVERED;
        }
        return status == 408 || status == 429 || status >= 500 ? Result.FAILED : Result.REFUSED;
    }

    private static boolean redirect(int status) {
        return status >= 300 && status < 400;
    }

    /** Seconds or an HTTP date (RFC 9110, 10.2.3). */
    private static Optional<Duration> wait(String header, Instant now) {
        String text = header.strip();
        try {
            Duration asked =
                    text.matches("\\d{1,9}")
                            ? Duration.ofSeconds(Long.parseLong(text))
                            : Duration.between(
                                    now,
                                    ZonedDateTime.parse(
                                            text, DateTimeFormatter.RFC_1123_DATE_TIME));
            Duration atLeast = asked.isNegative() ? Duration.ZERO : asked;
            return Optional.of(atLeast.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : atLeast);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
