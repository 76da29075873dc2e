package io.throughline.channels.signature;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A {@code POST} as it came over the wire, as far as a signature can cover it.
 *
 * @param url address it was sent to, with its query as it was written
 * @param headers values by name in lower case, in the order they came
 * @param body not copied: treat as read-only
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are read and never compared
public record PushRequest(String url, Map<String, List<String>> headers, byte[] body) {

    public PushRequest {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(body, "body");
        Map<String, List<String>> lower = new TreeMap<>();
        headers.forEach(
                (name, values) ->
                        lower.merge(
                                name.toLowerCase(Locale.ROOT),
                                List.copyOf(values),
                                (a, b) -> Stream.concat(a.stream(), b.stream()).toList()));
        headers = lower;
    }

    /** A request whose headers are there once each. */
    public static PushRequest of(String url, Map<String, String> headers, byte[] body) {
        Map<String, List<String>> lists = new TreeMap<>();
        headers.forEach((name, value) -> lists.put(name, List.of(value)));
        return new PushRequest(url, lists, body);
    }

    /** The same request with another body. */
    public PushRequest withBody(byte[] other) {
        return new PushRequest(url, headers, other);
    }

    /**
     * The value of a header that is there once. One that was sent twice has no value: who reads the
     * first and who reads the last would see different requests.
     */
    Optional<String> header(String name) {
        List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    /** The query as it was written; empty when there is none. */
    String query() {
        int mark = url.indexOf('?');
        return mark < 0 ? "" : url.substring(mark + 1);
    }

    /** Sizes only. */
    @Override
    public String toString() {
        return "PushRequest[" + headers.size() + " headers, " + body.length + " bytes]";
    }
}
