package io.throughline.fetch.stream;

import io.throughline.channels.definition.StreamSpec;
import io.throughline.fetch.http.RequestTemplate;
import java.time.Duration;
import java.util.Objects;

/**
 * Which stream to follow, and when a bounded run has had enough of it.
 *
 * @param source channel id
 * @param spec what the definition says
 * @param request the same, ready to be sent
 * @param quiet a bounded run ends when no message came for so long
 * @param patience how long a bounded run puts up with a server that cannot be reached
 */
public record StreamPlan(
        String source,
        StreamSpec spec,
        RequestTemplate request,
        Duration quiet,
        Duration patience) {

    public StreamPlan {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(spec, "spec");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(quiet, "quiet");
        Objects.requireNonNull(patience, "patience");
    }
}
