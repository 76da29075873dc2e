package io.throughline.channels.definition;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;

/**
 * What asking may cost.
 *
 * @param budget requests in a time; null when only the pauses between them count
 * @param retryAfter header in which the server says when to come back: seconds, a date, or seconds
 *     since 1970
 * @param maxBody bytes of a page after unpacking; what is beyond is cut and told
 */
public record RequestLimits(Budget budget, String retryAfter, int maxBody) implements Serializable {

    /** The header of RFC 9110, 10.2.3. */
    public static final String RETRY_AFTER = "Retry-After";

    /** No budget, {@code Retry-After}, as much as can be carried. */
    public static final RequestLimits DEFAULT =
            new RequestLimits(null, RETRY_AFTER, Limits.MAX_CARRIED);

    public RequestLimits {
        Objects.requireNonNull(retryAfter, "retryAfter");
    }

    /**
     * So many requests in any period of that length, and never more.
     *
     * @param requests at least 1
     */
    public record Budget(int requests, Duration period) implements Serializable {
        public Budget {
            if (requests < 1 || period.isZero() || period.isNegative()) {
                throw new IllegalArgumentException("a budget is at least one request in a time");
            }
        }
    }
}
