package io.throughline.fetch.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.channels.definition.AuthSpec;
import io.throughline.channels.definition.AuthSpec.ClientPlace;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What is sent to a token endpoint in exchange for a token. */
final class Grants {

    /**
     * One exchange.
     *
     * @param form fields of the body
     * @param authorization header, when the client says there who it is
     */
    record Grant(Map<String, String> form, Optional<String> authorization) {

        /** Names only: the values are secrets. */
        @Override
        public String toString() {
            return "Grant" + form.keySet();
        }
    }

    private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    /** Google's limit for an assertion. */
    private static final Duration ASSERTION_LIFETIME = Duration.ofHours(1);

    private Grants() {}

    /** RFC 6749, 4.4. In the header, id and secret are form-encoded first (2.3.1). */
    static Supplier<Grant> clientCredentials(
            AuthSpec.ClientCredentials spec, UnaryOperator<String> resolve) {
        Map<String, String> form = form("client_credentials", spec.scope(), resolve);
        put(form, "audience", resolve.apply(spec.audience()));
        String id = resolve.apply(spec.clientId());
        String secret = resolve.apply(spec.clientSecret());
        if (spec.place() == ClientPlace.BODY) {
            form.put("client_id", id);
            form.put("client_secret", secret);
            return () -> new Grant(form, Optional.empty());
        }
        String authorization = Authenticator.basic(encode(id), encode(secret));
        return () -> new Grant(form, Optional.of(authorization));
    }

    /** RFC 7523, 2.1 and 3; Google wants the scope inside the assertion. */
    static Supplier<Grant> jwtBearer(
            AuthSpec.JwtBearer spec, UnaryOperator<String> resolve, Clock clock) {
        PrivateKey key = Keys.read(resolve.apply(spec.privateKey()), "RSA");
        String audience =
                resolve.apply(spec.audience() == null ? spec.tokenUrl() : spec.audience());
        return () -> {
            Instant now = clock.instant();
            ObjectNode claims =
                    Jwt.claims()
                            .put("iss", resolve.apply(spec.issuer()))
                            .put("aud", audience)
                            .put("iat", now.getEpochSecond())
                            .put("exp", now.plus(ASSERTION_LIFETIME).getEpochSecond());
            if (spec.scope() != null) {
                claims.put("scope", resolve.apply(spec.scope()));
            }
            Map<String, String> form = form(JWT_BEARER, null, resolve);
            form.put(
                    "assertion",
                    Jwt.sign(Jwt.Algorithm.RS256, resolve.apply(spec.keyId()), claims, key));
            return new Grant(form, Optional.empty());
        };
    }

    private static Map<String, String> form(
            String type, String scope, UnaryOperator<String> resolve) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", type);
        put(form, "scope", resolve.apply(scope));
        return form;
    }

    private static void put(Map<String, String> form, String name, String value) {
        if (value != null) {
            form.put(name, value);
        }
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
