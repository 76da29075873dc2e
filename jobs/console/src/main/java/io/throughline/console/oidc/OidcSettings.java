package io.throughline.console.oidc;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How people log in with a provider of OpenID Connect.
 *
 * @param issuer as the provider spells it; tokens of another one are refused
 * @param clientSecret empty for a public client, which PKCE alone protects
 * @param scopes asked for; {@code openid} among them
 * @param nameClaim what a person is called by; the subject where it is missing
 * @param roleClaim claim with the groups or roles of a person, such as {@code groups} or {@code
 *     realm_access.roles}; a text or a list of texts
 * @param viewers values of it whose holders may read; empty for everybody whom the provider knows
 * @param editors values whose holders are editors
 * @param admins values whose holders are admins
 */
public record OidcSettings(
        URI issuer,
        String clientId,
        Optional<String> clientSecret,
        List<String> scopes,
        String nameClaim,
        String roleClaim,
        List<String> viewers,
        List<String> editors,
        List<String> admins) {

    /** What is asked for unless told otherwise. */
    public static final List<String> DEFAULT_SCOPES = List.of("openid", "profile", "email");

    public static final String DEFAULT_NAME_CLAIM = "preferred_username";
    public static final String DEFAULT_ROLE_CLAIM = "roles";

    public OidcSettings {
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(clientSecret, "clientSecret");
        Objects.requireNonNull(nameClaim, "nameClaim");
        Objects.requireNonNull(roleClaim, "roleClaim");
        scopes = List.copyOf(scopes);
        viewers = List.copyOf(viewers);
        editors = List.copyOf(editors);
        admins = List.copyOf(admins);
        if (!trusted(issuer)) {
            throw new IllegalArgumentException(
                    "the issuer is an https address (http on this machine only), without ? and #");
        }
        if (!scopes.contains("openid")) {
            throw new IllegalArgumentException("the scopes lack openid");
        }
    }

    /** Whether nobody on the way can read or change what an address answers. */
    static boolean trusted(URI address) {
        if (address.getHost() == null
                || address.getRawQuery() != null
                || address.getRawFragment() != null) {
            return false;
        }
        return "https".equals(address.getScheme())
                || ("http".equals(address.getScheme()) && loopback(address.getHost()));
    }

    private static boolean loopback(String host) {
        if (host.equals("localhost")) {
            return true;
        }
        boolean literal =
                host.startsWith("[")
                        || host.chars().allMatch(c -> c == '.' || Character.isDigit(c));
        try {
            return literal && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "OidcSettings[" + issuer + " " + clientId + "]";
    }
}
