package io.throughline.console;

import io.throughline.console.oidc.OidcSettings;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * Who may do what on the page, and how they prove who they are.
 *
 * @param tokens of those who have one
 * @param oidc how people log in; empty where they do not
 * @param publicUrl address that browsers have for the page, without a path; empty for the one that
 *     it listens on. People who log in come back to it
 * @param readRole that reading takes; empty where everybody may read
 */
public record Access(
        ConsoleTokens tokens,
        Optional<OidcSettings> oidc,
        Optional<URI> publicUrl,
        Optional<Role> readRole) {

    /** Everybody reads and nobody changes anything. */
    public static final Access READ_ONLY =
            new Access(ConsoleTokens.NONE, Optional.empty(), Optional.empty(), Optional.empty());

    public Access {
        Objects.requireNonNull(tokens, "tokens");
        Objects.requireNonNull(oidc, "oidc");
        Objects.requireNonNull(readRole, "readRole");
        if (publicUrl.isPresent() && !isOrigin(publicUrl.get())) {
            throw new IllegalArgumentException(
                    "the page's own address is http or https, a host and maybe a port, without a"
                            + " path");
        }
    }

    private static boolean isOrigin(URI url) {
        String path = url.getRawPath();
        return ("https".equals(url.getScheme()) || "http".equals(url.getScheme()))
                && url.getHost() != null
                && (path == null || path.isEmpty() || path.equals("/"))
                && url.getRawQuery() == null
                && url.getRawFragment() == null
                && url.getRawUserInfo() == null;
    }

    /** Whether somebody may change something. */
    public boolean changes() {
        return oidc.isPresent() || !tokens.none();
    }

    /** The same with others who have tokens. */
    public Access with(ConsoleTokens others) {
        return new Access(others, oidc, publicUrl, readRole);
    }
}
