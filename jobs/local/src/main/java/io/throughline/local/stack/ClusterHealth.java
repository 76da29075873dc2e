package io.throughline.local.stack;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Asks {@code GET /_cluster/health} of a node on this machine. */
record ClusterHealth(int port, Optional<String> authorization) {

    private static final Pattern SERVING = Pattern.compile("\"status\":\"(yellow|green)\"");
    private static final int TIMEOUT_MILLIS = 5_000;

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Whether every index can be read and written; no when nobody answers. */
    boolean serving() {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection)
                            URI.create(url() + "/_cluster/health")
                                    .toURL()
                                    .openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            authorization.ifPresent(value -> connection.setRequestProperty("Authorization", value));
            try (InputStream body = connection.getInputStream()) {
                return SERVING.matcher(new String(body.readAllBytes(), StandardCharsets.UTF_8))
                        .find();
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
