package io.throughline.fetch.http;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a status other than success asks for (RFC 9110, 15). */
final class Statuses {

    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private Statuses() {}

    static boolean success(int status) {
        return status >= 200 && status < 300;
    }

    /** Whether the same request can succeed later without anybody changing anything. */
    static boolean passing(int status) {
        return status == REQUEST_TIMEOUT
                || status == TOO_EARLY
                || status == TOO_MANY_REQUESTS
                || status >= SERVER_ERROR;
    }

    /** How long the server asks to be left alone. */
    static Optional<Duration> retryAfter(HttpResponse<?> response, Instant now) {
        return response.headers()
                .firstValue("Retry-After")
                .flatMap(header -> RetryAfter.parse(header, now));
    }
}
