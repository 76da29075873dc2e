package io.throughline.console.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import io.throughline.console.oidc.OidcException.Kind;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Log-ins from their beginning to their end.
 *
 * <p>A log-in that was begun is known by its state, ends once, in ten minutes, and in the browser
 * that began it, which has a secret in a cookie: otherwise a stranger could have somebody end the
 * stranger's log-in, and act in the stranger's name without knowing.
 */
public final class OidcLogin {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int MOST = 1_000;

    private final OidcSettings settings;
    private final URI redirect;
    private final Clock clock;
    private final ProviderClient client;
    private final IdTokens tokens;
    private final Groups groups;
    private final Map<String, Begun> begun = new LinkedHashMap<>();

    /**
     * @param redirect where the provider sends browsers back to
     */
    public OidcLogin(OidcSettings settings, URI redirect, Clock clock) {
        this.settings = settings;
        this.redirect = redirect;
        this.clock = clock;
        this.client = new ProviderClient(settings);
        this.tokens = new IdTokens(settings.clientId(), clock);
        this.groups = new Groups(settings);
    }

    private record Begun(
            String secret, String nonce, String verifier, String returnTo, Instant until) {}

    /**
     * Where a browser goes to log in.
     *
     * @param secret for a cookie; must be there again at the end
     */
    public record Start(URI address, String secret) {}

    /** Somebody who is logged in, and where they wanted to go. */
    public record End(Identity identity, String returnTo) {}

    /**
     * Begins a log-in.
     *
     * @param returnTo part of the page to be shown afterwards
     * @throws OidcException when the provider cannot be used
     */
    public Start begin(String returnTo) throws OidcException {
        Provider provider = client.provider();
        String state = Secrets.next();
        Begun one =
                new Begun(
                        Secrets.next(),
                        Secrets.next(),
                        Secrets.next(),
                        returnTo,
                        clock.instant().plus(PATIENCE));
        keep(state, one);
        Map<String, String> query = new TreeMap<>();
        query.put("response_type", "code");
        query.put("client_id", settings.clientId());
        query.put("redirect_uri", redirect.toString());
        query.put("scope", String.join(" ", settings.scopes()));
        query.put("state", state);
        query.put("nonce", one.nonce());
        query.put("code_challenge", challenge(one.verifier()));
        query.put("code_challenge_method", "S256");
        String separator = provider.authorization().getRawQuery() == null ? "?" : "&";
        return new Start(
                URI.create(provider.authorization() + separator + ProviderClient.encoded(query)),
                one.secret());
    }

    private synchronized void keep(String state, Begun one) {
        Instant now = clock.instant();
        begun.values().removeIf(other -> other.until().isBefore(now));
        while (begun.size() >= MOST) {
            begun.remove(begun.keySet().iterator().next());
        }
        begun.put(state, one);
    }

    /**
     * Ends a log-in.
     *
     * @param answer parameters that the browser brings back from the provider
     * @param secret of the browser's cookie; null when it has none
     * @throws OidcException when it may not be believed, or the person may not read
     */
    public End end(Map<String, String> answer, String secret) throws OidcException {
        Begun one = take(answer.getOrDefault("state", ""));
        if (one == null || secret == null || !Secrets.same(one.secret(), secret)) {
            throw new OidcException(
                    Kind.REFUSED,
                    "This log-in was not begun here, or is over. Log in again from the page.");
        }
        Provider provider = client.provider();
        String issuer = answer.get("iss");
        if (issuer == null ? provider.saysIssuer() : !issuer.equals(provider.issuer().toString())) {
            throw new OidcException(
                    Kind.REFUSED, "The answer is of another log-in provider. Log in again.");
        }
        if (answer.containsKey("error")) {
            throw new OidcException(
                    Kind.REFUSED,
                    "The log-in provider did not let you in ("
                            + answer.get("error").replaceAll("[^a-z_]", "")
                            + ").");
        }
        String code = answer.getOrDefault("code", "");
        if (code.isEmpty()) {
            throw new OidcException(Kind.REFUSED, "The log-in provider sent no code.");
        }
        String token = client.idToken(code, one.verifier(), redirect);
        JWTClaimsSet claims = tokens.verified(provider, token, one.nonce());
        String name = groups.name(claims);
        String role =
                groups.role(claims)
                        .orElseThrow(
                                () ->
                                        new OidcException(
                                                Kind.REFUSED,
                                                "You are known, but may not read this page. Ask who"
                                                        + " runs it."));
        return new End(new Identity(name, role, token), one.returnTo());
    }

    private synchronized Begun take(String state) {
        Begun one = begun.remove(state);
        return one == null || one.until().isBefore(clock.instant()) ? null : one;
    }

    /**
     * Where a browser goes to log out of the provider as well; empty where that cannot be.
     *
     * @param after where it comes back to
     */
    public Optional<URI> farewell(Identity identity, URI after) {
        try {
            return client.provider()
                    .endSession()
                    .map(
                            end ->
                                    URI.create(
                                            end
                                                    + (end.getRawQuery() == null ? "?" : "&")
                                                    + ProviderClient.encoded(
                                                            Map.of(
                                                                    "client_id",
                                                                    settings.clientId(),
                                                                    "id_token_hint",
                                                                    identity.idToken(),
                                                                    "post_logout_redirect_uri",
                                                                    after.toString()))));
        } catch (OidcException e) {
            return Optional.empty();
        }
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
