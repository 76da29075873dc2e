package io.throughline.fetch.auth;

import io.throughline.fetch.Failure;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What a channel can show its server now. */
public sealed interface Credentials {

    /** These headers; none when the channel needs not prove itself. */
    record Ready(Map<String, String> headers) implements Credentials {

        public Ready {
            headers = Map.copyOf(headers);
        }

        /** Names only: the values are secrets. */
        @Override
        public String toString() {
            return "Ready" + headers.keySet();
        }
    }

    /**
     * Nothing: whoever gives out tokens did not give one.
     *
     * @param cause without secrets
     * @param retryAfter as the server asked
     */
    record Unavailable(Failure.Kind kind, String cause, Optional<Duration> retryAfter)
            implements Credentials {}

    /** Nothing yet: somebody woke the waiting thread up. */
    record Woken() implements Credentials {}
}
