package io.throughline.local.demo.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A webhook to be posted.
 *
 * @param at when it is sent
 * @param body not copied: treat as read-only
 * @param sender who signs it
 */
public record Webhook(Instant at, byte[] body, Sender sender) {

    /** Header of the signature. */
    public static final String HEADER = "Typeform-Signature";

    /** Who signs. */
    public enum Sender {
        /** Knows the secret. */
        PROVIDER,
        /** Does not, and is to be turned away. */
        IMPOSTOR
    }

    /** {@code sha256=} and the HMAC-SHA256 of the body in Base64, as Typeform signs. */
    public String signature(byte[] secret) {
        byte[] key =
                sender == Sender.PROVIDER
                        ? secret
                        : "not the secret".getBytes(StandardCharsets.UTF_8);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return "sha256=" + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
