package io.throughline.console;

import io.throughline.model.Hashes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * What is kept of a token. Digests are compared in the same time whatever they hold, so that
 * neither a heap dump nor a clock tells a token.
 *
 * @param hex SHA-256
 */
record TokenDigest(String hex) {

    static TokenDigest of(String token) {
        return new TokenDigest(Hashes.sha256(token));
    }

    boolean matches(TokenDigest other) {
        return MessageDigest.isEqual(
                hex.getBytes(StandardCharsets.US_ASCII),
                other.hex.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "TokenDigest[hidden]";
    }
}
