package io.throughline.notify.address;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the address of a web service that messages are posted to. Paths and queries of such
 * addresses are often secrets, so problems never quote them.
 */
public final class WebAddress {

    private static final int MOST_PORT = 65_535;

    private WebAddress() {}

    /**
     * The address.
     *
     * @throws IllegalArgumentException when it cannot be one, or is a literal address that the
     *     rules do not permit; its message says why and holds no part of a secret
     */
    public static URI parse(String text, AddressRules rules) {
        URI uri;
        try {
            uri = new URI(text.strip());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("this is no address such as https://HOST/PATH", e);
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("an address begins with https:// or http://");
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "no user and password in an address; put them into 'headers'");
        }
        String host = host(uri);
        Optional<InetAddress> literal = Hosts.literal(host);
        if (literal.isEmpty() && !Hosts.isName(host)) {
            throw new IllegalArgumentException(
                    "the host is neither a name nor an address in plain notation, such as"
                            + " 192.0.2.1 or [2001:db8::1]");
        }
        if (literal.isPresent() && !rules.permit(literal.get())) {
            throw new IllegalArgumentException(rules.refusal(host, literal.get()));
        }
        if (uri.getPort() == 0 || uri.getPort() > MOST_PORT) {
            throw new IllegalArgumentException("a port is a number from 1 to 65535");
        }
        if (uri.getRawFragment() != null) {
            throw new IllegalArgumentException("an address to post to has no part after #");
        }
        return uri;
    }

    /** Without brackets; empty when there is none. */
    static String host(URI uri) {
        String host = uri.getHost() == null ? "" : uri.getHost();
        return host.startsWith("[") && host.endsWith("]")
                ? host.substring(1, host.length() - 1)
                : host;
    }
}
