package io.throughline.channels.definition;

import java.io.Serializable;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a streaming channel listens to. Texts may hold {@code ${config.NAME}} and {@code
 * ${secret.NAME}}; see {@link Placeholders}.
 *
 * @param url of the server-sent events
 * @param query parameters added to the URL
 * @param headers sent along
 * @param idleTimeout a connection on which no byte, not even a heartbeat, came for so long is dead
 * @param backoffMin wait before the first reconnect; doubles from there
 * @param backoffMax longest wait before a reconnect
 */
public record StreamSpec(
        String url,
        Map<String, String> query,
        Map<String, String> headers,
        Duration idleTimeout,
        Duration backoffMin,
        Duration backoffMax)
        implements Serializable {

    public StreamSpec {
        query = new TreeMap<>(query);
        headers = new TreeMap<>(headers);
    }
}
