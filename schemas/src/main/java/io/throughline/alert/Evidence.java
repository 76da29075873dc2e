package io.throughline.alert;

import java.time.Instant;
import java.util.Objects;

/**
 * A redacted verbatim that shows the change.
 *
 * @param feedback id of the feedback
 * @param url link to the original; null when there is none
 */
public record Evidence(
        String feedback, String channel, Instant occurredAt, String text, String url) {

    public Evidence {
        Objects.requireNonNull(feedback, "feedback");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(text, "text");
    }
}
