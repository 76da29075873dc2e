package io.throughline.fetch.http;

import java.time.Duration;
import java.util.Objects;

/**
 * Which events to follow, and when a connection counts as dead.
 *
 * @param source channel id
 * @param idle a connection on which no byte, not even a heartbeat, came for so long is given up
 * @param quiet a bounded run ends when no event came for so long
 * @param patience how long a bounded run puts up with a server that cannot be reached
 */
public record StreamPlan(
        String source, RequestTemplate request, Duration idle, Duration quiet, Duration patience) {

    public StreamPlan {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(idle, "idle");
        Objects.requireNonNull(quiet, "quiet");
        Objects.requireNonNull(patience, "patience");
    }
}
