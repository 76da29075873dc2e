package io.throughline.fetch.http;

import java.net.URI;
import java.util.Optional;

/** Whether two addresses are of one server, so that what is meant for one may go to the other. */
public final class Origins {

    private Origins() {}

    /** A reference as it is meant at an address; empty when it is no http address. */
    public static Optional<URI> resolve(URI base, String reference) {
        try {
            URI target = base.resolve(reference.strip().replace(" ", "%20"));
            boolean web = target.getScheme() != null && target.getScheme().matches("https?");
            return web && target.getHost() != null ? Optional.of(target) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether scheme, host and port are the same, or the other is the same host, now with
     * encryption.
     */
    public static boolean same(URI one, URI other) {
        if (!one.getHost().equalsIgnoreCase(other.getHost())) {
            return false;
        }
        boolean schemes = one.getScheme().equalsIgnoreCase(other.getScheme());
        boolean upgrades =
                one.getScheme().equals("http")
                        && other.getScheme().equals("https")
                        && one.getPort() < 0
                        && other.getPort() < 0;
        return upgrades || (schemes && port(one) == port(other));
    }

    /** Whether what was encrypted would no longer be. */
    static boolean downgrades(URI one, URI other) {
        return one.getScheme().equals("https") && !other.getScheme().equals("https");
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
    }
}
