package io.throughline.fetch.http;

import io.throughline.channels.definition.Placeholders;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The request of a channel, with references left in it until it is sent.
 *
 * @param values of references by their full name, such as {@code config.appId} and {@code
 *     secret.mastodon}
 */
public record RequestTemplate(
        String url,
        Map<String, String> query,
        Map<String, String> headers,
        Map<String, String> values) {

    private static final String PAGE = "page";
    private static final String USER_AGENT = "Throughline";

    public RequestTemplate {
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
        values = Map.copyOf(values);
    }

    /**
     * The request for a page, to which more can be added.
     *
     * @throws IllegalArgumentException when a reference has no value, or what comes out is no
     *     address or no header; the message holds no value
     */
    HttpRequest.Builder request(int page, Duration timeout) {
        Function<String, String> value =
                name -> name.equals(PAGE) ? Integer.toString(page) : values.get(name);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(address(value)))
                        .timeout(timeout)
                        .setHeader("User-Agent", USER_AGENT);
        headers.forEach((name, text) -> header(request, name, Placeholders.resolve(text, value)));
        return request;
    }

    /** Java's own exceptions would quote what may be a secret. */
    @SuppressWarnings("UnusedException")
    private URI uri(String address) {
        try {
            URI uri = new URI(address);
            if (uri.getHost() != null && uri.getScheme().matches("https?")) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // told below
        }
        throw new IllegalArgumentException(url + " with its values is no http or https address");
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
     * Whether redirects may be followed: not with headers, which Java's client would send along to
     * wherever it is sent, credentials among them.
     */
    HttpClient.Redirect redirects() {
        return headers.isEmpty() ? HttpClient.Redirect.NORMAL : HttpClient.Redirect.NEVER;
    }

    /**
     * Makes sure that a request can be made.
     *
     * @throws IllegalArgumentException as {@link #request} does
     */
    public void check() {
        request(0, Duration.ofSeconds(1)).build();
    }

    /** The address of a page as it may be shown: three asterisks stand for each secret. */
    String origin(int page) {
        return address(
                name ->
                        name.equals(PAGE)
                                ? Integer.toString(page)
                                : name.startsWith("secret.") ? "***" : values.get(name));
    }

    private String address(Function<String, String> value) {
        String address = Placeholders.resolve(url, value);
        if (query.isEmpty()) {
            return address;
        }
        StringJoiner joiner = new StringJoiner("&", address + separator(address), "");
        new TreeMap<>(query)
                .forEach(
                        (name, text) ->
                                joiner.add(
                                        encode(name)
                                                + "="
                                                + encode(Placeholders.resolve(text, value))));
        return joiner.toString();
    }

    private static String separator(String address) {
        return address.contains("?") ? "&" : "?";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The address with its references: headers and values may be secrets. */
    @Override
    public String toString() {
        return "RequestTemplate[" + url + "]";
    }
}
