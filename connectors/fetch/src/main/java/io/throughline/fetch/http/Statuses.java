package io.throughline.fetch.http;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a status other than success asks for (RFC 9110, 15). */
public final class Statuses {

    /** The address does not fit: what a server answers to a link that is no longer good. */
    private static final int BAD_REQUEST = 400;

    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int GONE = 410;
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private Statuses() {}

    /** 2xx. */
    public static boolean success(int status) {
        return status >= 200 && status < 300;
    }

    /** Whether credentials were missing or have expired. */
    public static boolean unauthorized(int status) {
        return status == UNAUTHORIZED;
    }

    /** Whether what was asked for is not, or no longer, understood. */
    public static boolean notUnderstood(int status) {
        return status == BAD_REQUEST
                || status == NOT_FOUND
                || status == GONE
                || status == UNPROCESSABLE;
    }

    /** Whether the same request can succeed later without anybody changing anything. */
    public static boolean passing(int status) {
        return status == REQUEST_TIMEOUT
                || status == TOO_EARLY
                || status == TOO_MANY_REQUESTS
                || status >= SERVER_ERROR;
    }

    /**
     * How long the server asks to be left alone.
     *
     * @param header that says so
     */
    public static Optional<Duration> retryAfter(
            HttpResponse<?> response, String header, Instant now) {
        return response.headers().firstValue(header).flatMap(value -> RetryAfter.parse(value, now));
    }
}
