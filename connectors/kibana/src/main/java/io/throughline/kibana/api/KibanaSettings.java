package io.throughline.kibana.api;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/**
 * Where Kibana is and how to prove who we are.
 *
 * @param url with the base path, where a proxy or {@code server.basePath} adds one
 * @param authorization value of the header; empty for a Kibana that asks nobody
 * @param space {@value #DEFAULT_SPACE} or another one's id
 * @param trust whom to trust; empty for the platform's certificates
 */
public record KibanaSettings(
        URI url, Optional<String> authorization, String space, Optional<SSLContext> trust) {

    /** The space that every Kibana has. */
    public static final String DEFAULT_SPACE = "default";

    private static final Pattern SPACE = Pattern.compile("[a-z0-9_-]+");

    public KibanaSettings {
        Objects.requireNonNull(authorization, "authorization");
        Objects.requireNonNull(trust, "trust");
        boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!http || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "Kibana is given as http://NAME:PORT or https://NAME:PORT, with its base path"
                            + " where it has one");
        }
        if (url.getUserInfo() != null) {
            throw new IllegalArgumentException(
                    "give the credentials of Kibana as settings, not in the URL");
        }
        if (!SPACE.matcher(space).matches()) {
            throw new IllegalArgumentException(
                    "'" + space + "' is no id of a space: it has a-z, 0-9, _ and - only");
        }
    }

    /** An address below the space. */
    URI at(String path) {
        String base = url.toString().replaceAll("/+$", "");
        return URI.create(base + (space.equals(DEFAULT_SPACE) ? "" : "/s/" + space) + path);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "KibanaSettings[" + url + ", space " + space + "]";
    }
}
