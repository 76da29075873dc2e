package io.throughline.elasticsearch;

import java.io.Serializable;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Where Elasticsearch is and how to prove who we are. Travels inside the job graph, so everything
 * in it can be serialized; the secrets are left out of {@link #toString}, because Flink and logs
 * print configuration freely.
 *
 * @param hosts base URLs, e.g. {@code https://es-1:9200}; a path, where a proxy adds one, must be
 *     the same in all
 * @param apiKey the encoded API key ({@code base64(id:key)}); null when a user or nothing is used
 * @param user null without basic authentication
 * @param password null without basic authentication
 * @param caCertificate path of a PEM file with the certificates to trust instead of the platform's;
 *     null for the platform's
 * @param connectTimeout for a connection to be made
 * @param socketTimeout for the next byte of a reply
 * @param requestTimeout for one bulk request as a whole, which a peer that trickles bytes could
 *     otherwise hold for ever
 */
public record ElasticsearchSettings(
        List<String> hosts,
        String apiKey,
        String user,
        String password,
        String caCertificate,
        Duration connectTimeout,
        Duration socketTimeout,
        Duration requestTimeout)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    public ElasticsearchSettings {
        hosts = List.copyOf(hosts);
        if (hosts.isEmpty()) {
            throw new IllegalArgumentException("Elasticsearch needs at least one host");
        }
        hosts.forEach(ElasticsearchSettings::checkHost);
        if (hosts.stream().map(host -> path(URI.create(host))).distinct().count() > 1) {
            throw new IllegalArgumentException(
                    "the Elasticsearch hosts have different paths: " + hosts);
        }
        if (apiKey != null && user != null) {
            throw new IllegalArgumentException(
                    "Elasticsearch takes an API key or a user and password, not both");
        }
        if ((user == null) != (password == null)) {
            throw new IllegalArgumentException(
                    "Elasticsearch takes a user and a password together, and one is missing");
        }
        checkPositive(connectTimeout, "connectTimeout");
        checkPositive(socketTimeout, "socketTimeout");
        checkPositive(requestTimeout, "requestTimeout");
    }

    /** No credentials, the platform's certificates, and the default time-outs: 5, 30 and 60 s. */
    public static ElasticsearchSettings of(String... hosts) {
        return new ElasticsearchSettings(
                List.of(hosts),
                null,
                null,
                null,
                null,
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60));
    }

    /** The same with an encoded API key instead of any other credentials. */
    public ElasticsearchSettings withApiKey(String key) {
        Objects.requireNonNull(key, "key");
        return new ElasticsearchSettings(
                hosts,
                key,
                null,
                null,
                caCertificate,
                connectTimeout,
                socketTimeout,
                requestTimeout);
    }

    /** The same with basic authentication instead of any other credentials. */
    public ElasticsearchSettings withUser(String name, String secret) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(secret, "secret");
        return new ElasticsearchSettings(
                hosts,
                null,
                name,
                secret,
                caCertificate,
                connectTimeout,
                socketTimeout,
                requestTimeout);
    }

    /** The same, trusting only the certificates in that PEM file. */
    public ElasticsearchSettings withCaCertificate(Path pem) {
        return new ElasticsearchSettings(
                hosts,
                apiKey,
                user,
                password,
                pem.toString(),
                connectTimeout,
                socketTimeout,
                requestTimeout);
    }

    /** The same with other time-outs. */
    public ElasticsearchSettings withTimeouts(Duration connect, Duration socket, Duration request) {
        return new ElasticsearchSettings(
                hosts, apiKey, user, password, caCertificate, connect, socket, request);
    }

    /** The hosts and the kind of credentials, no secret. */
    @Override
    public String toString() {
        String credentials = apiKey != null ? "API key" : user != null ? "user" : "no credentials";
        return "ElasticsearchSettings[" + hosts + ", " + credentials + "]";
    }

    static String path(URI host) {
        String path = host.getPath();
        return path == null || path.equals("/") ? "" : path;
    }

    private static void checkHost(String host) {
        URI uri;
        try {
            uri = URI.create(host);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not a URL of an Elasticsearch host", e);
        }
        boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!http || uri.getHost() == null) {
            throw new IllegalArgumentException(
                    "an Elasticsearch host is given as http://NAME:PORT or https://NAME:PORT");
        }
        if (uri.getUserInfo() != null) {
            throw new IllegalArgumentException(
                    "give the user and password of Elasticsearch as settings, not in the URL");
        }
    }

    private static void checkPositive(Duration duration, String name) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " must be longer than nothing");
        }
    }
}
