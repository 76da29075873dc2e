package io.throughline.notify.send;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of sending once.
 *
 * @param result whether to send again
 * @param reason a few words without anything of the message, an address's path or a secret
 * @param retryAfter when the receiver asked to be asked again; empty when it did not say
 * @param answer the beginning of what it answered; for whoever tries a receiver, never for logs
 */
public record Outcome(
        Result result, String reason, Optional<Duration> retryAfter, Optional<String> answer) {

    /** Whether to send again. */
    public enum Result {
        /** The receiver has it. */
        DELIVERED,
        /** It did not come through this time. */
        FAILED,
        /** The receiver will never take it, or may not be asked. */
        REFUSED
    }

    public Outcome {
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(reason, "reason");
    }

    static Outcome delivered(String reason) {
        return new Outcome(Result.DELIVERED, reason, Optional.empty(), Optional.empty());
    }

    static Outcome failed(String reason) {
        return new Outcome(Result.FAILED, reason, Optional.empty(), Optional.empty());
    }

    static Outcome refused(String reason) {
        return new Outcome(Result.REFUSED, reason, Optional.empty(), Optional.empty());
    }

    /** Without the answer. */
    @Override
    public String toString() {
        return result + " (" + reason + ")";
    }
}
