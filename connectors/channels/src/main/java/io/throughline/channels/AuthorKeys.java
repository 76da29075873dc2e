package io.throughline.channels;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed hashes of author ids: the same author of the same source always has the same key, and
 * nobody without the secret can tell whose it is.
 */
public final class AuthorKeys implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int KEY_BYTES = 16;

    private final byte[] secret;

    /**
     * @param secret at least one byte
     */
    public AuthorKeys(byte[] secret) {
        if (secret.length == 0) {
            throw new IllegalArgumentException("the secret of author keys is empty");
        }
        this.secret = secret.clone();
    }

    /** {@code hmac:} and the first 16 bytes of HMAC-SHA256 over source, a zero byte and id, hex. */
    public String keyOf(String source, String authorId) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] digest =
                    mac.doFinal((source + "\0" + authorId).getBytes(StandardCharsets.UTF_8));
            return "hmac:" + HexFormat.of().formatHex(digest, 0, KEY_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
