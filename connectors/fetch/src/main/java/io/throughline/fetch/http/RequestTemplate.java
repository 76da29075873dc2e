package io.throughline.fetch.http;

import io.throughline.channels.definition.Placeholders;
import io.throughline.channels.definition.RequestSpec;
import io.throughline.channels.definition.RequestSpec.Method;
import io.throughline.channels.definition.StreamSpec;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The request of a channel, with references left in it until it is sent.
 *
 * @param body sent as JSON; null when there is none
 * @param values of references by their full name, such as {@code config.appId} and {@code
 *     secret.mastodon}
 */
public record RequestTemplate(
        Method method,
        String url,
        Map<String, String> query,
        Map<String, String> headers,
        String body,
        Map<String, String> values) {

    private static final String SECRET = "secret.";
    private static final String USER_AGENT = "Throughline";

    /** What a place in a feed is called; any value is good for a check. */
    private static final Set<String> PLACES = Set.of("page", "offset", "next", "cursor");

    public RequestTemplate {
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
        values = Map.copyOf(values);
    }

    /** The request of a channel that is polled. */
    public static RequestTemplate of(RequestSpec spec, Map<String, String> values) {
        return new RequestTemplate(
                spec.method(), spec.url(), spec.query(), spec.headers(), spec.body(), values);
    }

    /** The request of a channel that is streamed. */
    public static RequestTemplate of(StreamSpec spec, Map<String, String> values) {
        return new RequestTemplate(
                Method.GET, spec.url(), spec.query(), spec.headers(), null, values);
    }

    /**
     * A request, to which more can be added.
     *
     * @throws IllegalArgumentException when a reference has no value, or what comes out is no
     *     address or no header; the message holds no value
     */
    public HttpRequest.Builder request(Asked asked, Duration timeout) {
        Function<String, String> value = value(asked);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(asked))
                        .timeout(timeout)
                        .setHeader("User-Agent", USER_AGENT);
        if (method == Method.POST) {
            request.setHeader("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(Placeholders.resolve(text(body), json(value))));
        }
        headers.forEach((name, text) -> header(request, name, Placeholders.resolve(text, value)));
        return request;
    }

    /** The headers of a channel, for what is no request. */
    public Map<String, String> resolvedHeaders() {
        Map<String, String> resolved = new TreeMap<>();
        headers.forEach(
                (name, text) ->
                        resolved.put(name, Placeholders.resolve(text, value(Asked.NOTHING))));
        return resolved;
    }

    /**
     * The address that is asked.
     *
     * @throws IllegalArgumentException as {@link #request} does
     */
    public URI uri(Asked asked) {
        return asked.address().orElseGet(() -> uri(address(asked, value(asked))));
    }

    /** A text of the channel with its references replaced; null for null. */
    public String resolved(String text) {
        return text == null ? null : Placeholders.resolve(text, value(Asked.NOTHING));
    }

    /** Address of the channel's server. */
    public URI home() {
        return uri(new Asked(anyPlace(), Map.of(), Optional.empty()));
    }

    private static Map<String, String> anyPlace() {
        Map<String, String> places = new HashMap<>();
        PLACES.forEach(name -> places.put(name, "0"));
        return places;
    }

    private Function<String, String> value(Asked asked) {
        return name -> PLACES.contains(name) ? asked.references().get(name) : values.get(name);
    }

    /** Values stand between quotes in a body: what would end them is escaped. */
    private static Function<String, String> json(Function<String, String> value) {
        return name -> {
            String text = value.apply(name);
            return text == null
                    ? null
                    : text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        };
    }

    /** Java's own exceptions would quote what may be a secret. */
    @SuppressWarnings("UnusedException")
    private URI uri(String address) {
        try {
            URI uri = new URI(address);
            if (uri.getHost() != null && uri.getScheme().matches("https?|wss?")) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // told below
        }
        throw new IllegalArgumentException(url + " with its values is no address");
    }

    @SuppressWarnings("UnusedException")
    private static void header(HttpRequest.Builder request, String name, String value) {
        try {
            request.setHeader(name, value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "header " + name + " cannot be sent: its value holds a line break or the like");
        }
    }

    /**
     * Makes sure that a request can be made.
     *
     * @throws IllegalArgumentException as {@link #request} does
     */
    public void check() {
        Asked any = new Asked(anyPlace(), Map.of(), Optional.empty());
        if (uri(any).getScheme().startsWith("ws")) {
            resolvedHeaders();
        } else {
            request(any, Duration.ofSeconds(1));
        }
    }

    /**
     * The address as it may be shown: three asterisks stand for each secret. Of an address that the
     * server named, which may hold anything, only the channel's own is shown.
     */
    public String origin(Asked asked) {
        Function<String, String> value = value(asked);
        return address(
                new Asked(asked.references(), Map.of(), Optional.empty()),
                name ->
                        name.startsWith(SECRET)
                                ? "***"
                                : value.apply(name) == null ? "" : value.apply(name));
    }

    /** Whether a text holds one of the secrets, as it is or encoded. */
    public boolean holdsSecret(String text) {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(SECRET) && !entry.getValue().isBlank())
                .anyMatch(
                        entry ->
                                text.contains(entry.getValue())
                                        || text.contains(encode(entry.getValue())));
    }

    private String address(Asked asked, Function<String, String> value) {
        String address = Placeholders.resolve(url, value);
        TreeMap<String, String> all = new TreeMap<>();
        query.forEach((name, text) -> all.put(name, Placeholders.resolve(text, value)));
        all.putAll(asked.params());
        if (all.isEmpty()) {
            return address;
        }
        StringJoiner joiner = new StringJoiner("&", address + separator(address), "");
        all.forEach((name, text) -> joiner.add(encode(name) + "=" + encode(text)));
        return joiner.toString();
    }

    private static String separator(String address) {
        return address.contains("?") ? "&" : "?";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }

    /** The address with its references: headers and values may be secrets. */
    @Override
    public String toString() {
        return "RequestTemplate[" + url + "]";
    }
}
