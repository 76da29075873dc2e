package io.throughline.fetch.auth;

import io.throughline.channels.definition.AuthSpec;
import io.throughline.channels.definition.Placeholders;
import io.throughline.fetch.http.HttpCalls;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Proves who we are, request by request. Tokens are kept until shortly before they expire, and
 * renewed at once when the server no longer takes one.
 */
public interface Authenticator {

    /** The header that all kinds but one fill. */
    String AUTHORIZATION = "Authorization";

    /** Needs no proof. */
    Authenticator NONE = () -> new Credentials.Ready(Map.of());

    /** What to show; may ask for a token and wait for it. */
    Credentials credentials() throws InterruptedException;

    /**
     * Tells that the server refused what was shown last.
     *
     * @return whether there will be something else to show
     */
    default boolean refused() {
        return false;
    }

    /** Tells that the server took what was shown last. */
    default void accepted() {}

    /**
     * The authenticator of a channel.
     *
     * @param values of references by their full names
     * @throws IllegalArgumentException when a reference has no value or a key is none; the message
     *     holds no value
     */
    static Authenticator of(
            AuthSpec spec, Map<String, String> values, HttpCalls calls, Clock clock) {
        UnaryOperator<String> resolve =
                text -> text == null ? null : Placeholders.resolve(text, values::get).strip();
        if (spec instanceof AuthSpec.Header header) {
            return fixed(header.name(), resolve.apply(header.value()));
        }
        if (spec instanceof AuthSpec.Basic basic) {
            return fixed(
                    AUTHORIZATION,
                    basic(resolve.apply(basic.user()), resolve.apply(basic.password())));
        }
        if (spec instanceof AuthSpec.Bearer bearer) {
            return fixed(AUTHORIZATION, "Bearer " + resolve.apply(bearer.token()));
        }
        if (spec instanceof AuthSpec.JwtEs256 jwt) {
            return new SelfSigned(jwt, resolve, clock);
        }
        if (spec instanceof AuthSpec.ClientCredentials client) {
            return new TokenCache(
                    new TokenEndpoint(resolve.apply(client.tokenUrl()), calls, clock),
                    Grants.clientCredentials(client, resolve),
                    clock);
        }
        if (spec instanceof AuthSpec.JwtBearer bearer) {
            return new TokenCache(
                    new TokenEndpoint(resolve.apply(bearer.tokenUrl()), calls, clock),
                    Grants.jwtBearer(bearer, resolve, clock),
                    clock);
        }
        return NONE;
    }

    /** The value of the header for a user and a password (RFC 7617). */
    static String basic(String user, String password) {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    private static Authenticator fixed(String name, String value) {
        if (Optional.of(value).filter(text -> text.chars().anyMatch(c -> c < ' ')).isPresent()) {
            throw new IllegalArgumentException(
                    "header " + name + " cannot be sent: its value holds a line break or the like");
        }
        Credentials credentials = new Credentials.Ready(Map.of(name, value));
        return () -> credentials;
    }
}
