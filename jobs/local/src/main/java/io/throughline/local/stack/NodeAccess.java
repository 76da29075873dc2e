package io.throughline.local.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Who may ask the embedded node: everybody on this machine, or one administrator with a password.
 * The administrator is in files of the node's configuration, since a node that has just started has
 * no index of users yet.
 *
 * @param password of {@value #ADMINISTRATOR}; empty for a node that asks for none
 */
record NodeAccess(Optional<String> password) {

    static final String ADMINISTRATOR = "administrator";

    /** No questions asked. */
    static final NodeAccess OPEN = new NodeAccess(Optional.empty());

    private static final int ITERATIONS = 10_000;
    private static final int SALT_BYTES = 32;
    private static final int HASH_BITS = 256;

    /** One administrator with a password of this run. */
    static NodeAccess secured() {
        return new NodeAccess(Optional.of(Base64.getUrlEncoder().encodeToString(random(24))));
    }

    Map<String, String> settings() {
        return password.isEmpty()
                ? Map.of("xpack.security.enabled", "false")
                : Map.of(
                        "xpack.security.enabled", "true",
                        "xpack.security.autoconfiguration.enabled", "false",
                        "xpack.security.http.ssl.enabled", "false",
                        "xpack.security.transport.ssl.enabled", "false",
                        "xpack.security.authc.api_key.enabled", "true");
    }

    /** Value of the header {@code Authorization} of the administrator. */
    Optional<String> authorization() {
        return password.map(
                secret ->
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(
                                                (ADMINISTRATOR + ":" + secret)
                                                        .getBytes(StandardCharsets.UTF_8)));
    }

    void writeTo(Path configuration) throws IOException {
        if (password.isPresent()) {
            Files.writeString(
                    configuration.resolve("users"),
                    ADMINISTRATOR + ":" + hash(password.get()) + "\n");
            Files.writeString(
                    configuration.resolve("users_roles"), "superuser:" + ADMINISTRATOR + "\n");
        }
    }

    /** As the node's file of users has it: {@code {PBKDF2}ITERATIONS$SALT$HASH}. */
    private static String hash(String secret) {
        byte[] salt = random(SALT_BYTES);
        try {
            byte[] hash =
                    SecretKeyFactory.getInstance("PBKDF2withHMACSHA512")
                            .generateSecret(
                                    new PBEKeySpec(
                                            secret.toCharArray(), salt, ITERATIONS, HASH_BITS))
                            .getEncoded();
            Base64.Encoder encoder = Base64.getEncoder();
            return "{PBKDF2}"
                    + ITERATIONS
                    + "$"
                    + encoder.encodeToString(salt)
                    + "$"
                    + encoder.encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has PBKDF2", e);
        }
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return random;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return password.isPresent() ? "NodeAccess[secured]" : "NodeAccess[open]";
    }
}
