package io.throughline.channels.definition;

import java.io.Serializable;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a polling channel asks for. Texts may hold {@code ${config.NAME}} and {@code
 * ${secret.NAME}}, and of the place in a round {@code ${page}}, {@code ${offset}}, {@code ${next}}
 * and {@code ${cursor}}; see {@link Placeholders}.
 *
 * @param url of the first page
 * @param query parameters added to the URL
 * @param headers sent along, but not to another host
 * @param body sent as JSON with {@link Method#POST}; null when there is none
 * @param interval between two rounds over all pages
 * @param timeout for one request
 * @param auth how we prove who we are
 * @param page how a feed goes on after its first page
 * @param cursor from where a round asks; null when each round reads the whole feed
 */
public record RequestSpec(
        Method method,
        String url,
        Map<String, String> query,
        Map<String, String> headers,
        String body,
        Duration interval,
        Duration timeout,
        AuthSpec auth,
        PageSpec page,
        CursorSpec cursor,
        RequestLimits limits)
        implements Serializable {

    /** How a page is asked for. */
    public enum Method {
        GET,
        POST
    }

    public RequestSpec {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(auth, "auth");
        Objects.requireNonNull(page, "page");
        Objects.requireNonNull(limits, "limits");
        query = new TreeMap<>(query);
        headers = new TreeMap<>(headers);
    }
}
