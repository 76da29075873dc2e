package io.throughline.channels.definition;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How we prove who we are. Every text may hold references and stays as it is written until it is
 * used, so that a definition never holds a secret.
 */
public sealed interface AuthSpec extends Serializable {

    /** What of it may hold references; nulls left out. */
    List<String> texts();

    /** Not at all, or by {@code headers} and {@code query}. */
    record None() implements AuthSpec {
        @Override
        public List<String> texts() {
            return List.of();
        }
    }

    /** One header. */
    record Header(String name, String value) implements AuthSpec {
        @Override
        public List<String> texts() {
            return List.of(value);
        }
    }

    /** RFC 7617. */
    record Basic(String user, String password) implements AuthSpec {
        @Override
        public List<String> texts() {
            return List.of(user, password);
        }
    }

    /** RFC 6750. */
    record Bearer(String token) implements AuthSpec {
        @Override
        public List<String> texts() {
            return List.of(token);
        }
    }

    /**
     * OAuth 2.0 client credentials (RFC 6749, 4.4).
     *
     * @param scope null when none is asked for
     * @param audience null when the server wants none
     * @param place where the client says its id and secret
     */
    record ClientCredentials(
            String tokenUrl,
            String clientId,
            String clientSecret,
            String scope,
            String audience,
            ClientPlace place)
            implements AuthSpec {
        @Override
        public List<String> texts() {
            return present(tokenUrl, clientId, clientSecret, scope, audience);
        }
    }

    /** Where a token endpoint wants id and secret (RFC 6749, 2.3.1). */
    enum ClientPlace {
        /** In the header {@code Authorization}, which every server must take. */
        HEADER,
        /** In the body of the form. */
        BODY
    }

    /**
     * A JWT signed with RS256 as the grant (RFC 7523), as service accounts of Google have it.
     *
     * @param issuer e.g. the e-mail address of a service account
     * @param keyId null when the server wants none
     * @param privateKey PKCS#8 PEM of an RSA key
     * @param scope null when none is asked for
     * @param audience null for the token URL
     */
    record JwtBearer(
            String tokenUrl,
            String issuer,
            String keyId,
            String privateKey,
            String scope,
            String audience)
            implements AuthSpec {
        @Override
        public List<String> texts() {
            return present(tokenUrl, issuer, keyId, privateKey, scope, audience);
        }
    }

    /**
     * A JWT signed with ES256 as the bearer token itself, as App Store Connect has it.
     *
     * @param privateKey PKCS#8 PEM of a key on P-256
     * @param lifetime of a token; App Store Connect takes 20 minutes at most
     */
    record JwtEs256(
            String issuer, String keyId, String privateKey, String audience, Duration lifetime)
            implements AuthSpec {
        @Override
        public List<String> texts() {
            return present(issuer, keyId, privateKey, audience);
        }
    }

    private static List<String> present(String... texts) {
        return Stream.of(texts).filter(text -> text != null).toList();
    }
}
