package io.throughline.channels.definition;

import io.throughline.channels.expression.Expression;
import java.io.Serializable;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a streaming channel listens to. Texts may hold {@code ${config.NAME}} and {@code
 * ${secret.NAME}}; see {@link Placeholders}.
 *
 * @param url of the stream: {@code http(s)}, or {@code ws(s)} for {@link Protocol#WEBSOCKET}
 * @param query parameters added to the URL
 * @param headers sent along
 * @param auth how we prove who we are
 * @param subscribe sent after a WebSocket opened; null when there is nothing to say
 * @param heartbeat a connection on which no byte, not even a heartbeat, came for so long is dead
 * @param backoffMin wait before the first reconnect; doubles from there
 * @param backoffMax longest wait before a reconnect
 * @param resume how to go on after a break; null for the last event id of server-sent events, or
 *     live only
 */
public record StreamSpec(
        Protocol protocol,
        String url,
        Map<String, String> query,
        Map<String, String> headers,
        AuthSpec auth,
        String subscribe,
        Duration heartbeat,
        Duration backoffMin,
        Duration backoffMax,
        Resume resume)
        implements Serializable {

    /** How records come over the connection. */
    public enum Protocol {
        /** Server-sent events. */
        SSE,
        /** Text messages of a WebSocket. */
        WEBSOCKET,
        /** Lines of JSON in a response that does not end. */
        NDJSON
    }

    /**
     * How to go on after a break.
     *
     * @param param query parameter that takes the place
     * @param from where the place is in a record
     * @param minus subtracted from a place that is a whole number, so that records close to it come
     *     again rather than not at all
     * @param window how far back the server goes, where it does not say when that is exceeded; null
     *     when it says so
     */
    public record Resume(String param, Expression from, long minus, Duration window)
            implements Serializable {}

    public StreamSpec {
        Objects.requireNonNull(protocol, "protocol");
        Objects.requireNonNull(auth, "auth");
        query = new TreeMap<>(query);
        headers = new TreeMap<>(headers);
    }
}
