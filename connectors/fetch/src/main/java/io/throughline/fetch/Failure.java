package io.throughline.fetch;

import java.time.Duration;
import java.util.Objects;

/**
 * One failure of a channel.
 *
 * @param cause a few words such as {@code status 503}, without address, payload or secret
 * @param retryIn when the channel is asked again
 */
public record Failure(Kind kind, String cause, Duration retryIn) {

    private static final int TOO_MANY_REQUESTS = 429;

    /** Whose move it is. */
    public enum Kind {
        /** No connection, no answer in time, or an answer that broke off. */
        UNREACHABLE,
        /** Credentials are missing, wrong or not enough (401, 403): a person has to look. */
        REFUSED,
        /** There is nothing at the address (404, 410): a person has to look. */
        GONE,
        /** Too many requests (429). */
        LIMITED,
        /** The server has trouble of its own (5xx). */
        SERVER,
        /** An answer that cannot be understood, or a status that is none of the others. */
        UNREADABLE
    }

    public Failure {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(retryIn, "retryIn");
    }

    /** Whether waiting will not help. */
    public boolean needsAPerson() {
        return kind == Kind.REFUSED || kind == Kind.GONE;
    }

    /** The kind of failure that an HTTP status other than 2xx stands for. */
    public static Kind kindOf(int status) {
        return switch (status) {
            case 401, 403 -> Kind.REFUSED;
            case 404, 410 -> Kind.GONE;
            case TOO_MANY_REQUESTS -> Kind.LIMITED;
            default -> status >= 500 && status < 600 ? Kind.SERVER : Kind.UNREADABLE;
        };
    }
}
