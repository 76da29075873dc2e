package io.throughline.console.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import io.throughline.console.oidc.OidcException.Kind;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a provider says of itself in its discovery document.
 *
 * @param keys fetched when they are needed, kept for minutes, and fetched again for a key that is
 *     not among them, as after a rotation
 * @param algorithms that ID tokens may be signed with: asymmetric ones only, so that neither {@code
 *     none} nor a public key taken for a shared secret is ever accepted
 * @param secretInBody whether the client's secret goes into the body and not into a header
 * @param saysIssuer whether answers to the browser name the issuer (RFC 9207)
 */
record Provider(
        URI issuer,
        URI authorization,
        URI token,
        Optional<URI> endSession,
        JWKSource<SecurityContext> keys,
        Set<JWSAlgorithm> algorithms,
        boolean secretInBody,
        boolean saysIssuer) {

    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int MOST_BYTES = 512 * 1024;
    private static final Set<JWSAlgorithm> ASYMMETRIC =
            Set.of(
                    JWSAlgorithm.RS256,
                    JWSAlgorithm.RS384,
                    JWSAlgorithm.RS512,
                    JWSAlgorithm.PS256,
                    JWSAlgorithm.PS384,
                    JWSAlgorithm.PS512,
                    JWSAlgorithm.ES256,
                    JWSAlgorithm.ES384,
                    JWSAlgorithm.ES512);

    /**
     * Reads a discovery document.
     *
     * @throws OidcException when it is not of that issuer, or lacks something
     */
    static Provider read(URI issuer, JsonNode document) throws OidcException {
        if (!document.path("issuer").asText().equals(issuer.toString())) {
            throw new OidcException(
                    Kind.PROVIDER,
                    "The log-in provider calls itself otherwise than console.oidc.issuer does.");
        }
        Set<JWSAlgorithm> algorithms = new HashSet<>();
        for (JsonNode name : document.path("id_token_signing_alg_values_supported")) {
            JWSAlgorithm algorithm = JWSAlgorithm.parse(name.asText());
            if (ASYMMETRIC.contains(algorithm)) {
                algorithms.add(algorithm);
            }
        }
        return new Provider(
                issuer,
                address(document, "authorization_endpoint"),
                address(document, "token_endpoint"),
                document.hasNonNull("end_session_endpoint")
                        ? Optional.of(address(document, "end_session_endpoint"))
                        : Optional.empty(),
                keys(address(document, "jwks_uri")),
                algorithms.isEmpty() ? Set.of(JWSAlgorithm.RS256) : Set.copyOf(algorithms),
                secretInBody(document.path("token_endpoint_auth_methods_supported")),
                document.path("authorization_response_iss_parameter_supported").asBoolean());
    }

    private static JWKSource<SecurityContext> keys(URI address) throws OidcException {
        try {
            return JWKSourceBuilder.create(
                            address.toURL(),
                            new DefaultResourceRetriever(
                                    TIMEOUT_MILLIS, TIMEOUT_MILLIS, MOST_BYTES))
                    .rateLimited(false)
                    .retrying(true)
                    .build();
        } catch (MalformedURLException e) {
            throw new OidcException(
                    Kind.PROVIDER, "The log-in provider names no place for its keys.", e);
        }
    }

    /** The header is what the standard takes for granted where nothing is said. */
    private static boolean secretInBody(JsonNode methods) {
        boolean body = false;
        for (JsonNode method : methods) {
            if (method.asText().equals("client_secret_basic")) {
                return false;
            }
            body |= method.asText().equals("client_secret_post");
        }
        return body;
    }

    private static URI address(JsonNode document, String name) throws OidcException {
        try {
            URI address = URI.create(document.path(name).asText());
            URI bare = URI.create(address.toString().split("\\?", 2)[0]);
            if (OidcSettings.trusted(bare)) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new OidcException(
                    Kind.PROVIDER, "The log-in provider's " + name + " is no address.", e);
        }
        throw new OidcException(
                Kind.PROVIDER, "The log-in provider's " + name + " is no https address.");
    }
}
