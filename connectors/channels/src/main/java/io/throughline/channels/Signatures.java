package io.throughline.channels;

import io.throughline.channels.definition.VerifySpec;
import io.throughline.channels.definition.VerifySpec.Encoding;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks that a push comes from its provider: HMAC-SHA256 (RFC 2104) over the raw bytes of the
 * body, before anything reads them. Digests are compared in constant time, and every live key is
 * tried, so that neither how much of a forgery is right nor which key is in use can be measured.
 */
public final class Signatures {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int DIGEST_BYTES = 32;

    private Signatures() {}

    /**
     * Whether the header's value is the signature of the body under one of the keys.
     *
     * @param keys the live secrets; none verifies nothing
     * @param header value of the header {@link VerifySpec#header()}; null when it was not sent
     * @param rawBody the body as it came over the wire, after transfer decoding
     */
    public static boolean verify(
            VerifySpec spec, List<byte[]> keys, String header, byte[] rawBody) {
        if (header == null || !header.startsWith(spec.prefix())) {
            return false;
        }
        byte[] claimed = decode(spec.encoding(), header.substring(spec.prefix().length()));
        if (claimed.length != DIGEST_BYTES) {
            return false;
        }
        boolean valid = false;
        for (byte[] key : keys) {
            valid |= MessageDigest.isEqual(digest(key, rawBody), claimed);
        }
        return valid;
    }

    /** The header's value for a body, as a provider makes it; for tests and sample senders. */
    public static String sign(VerifySpec spec, byte[] key, byte[] rawBody) {
        byte[] digest = digest(key, rawBody);
        return spec.prefix()
                + (spec.encoding() == Encoding.HEX
                        ? HexFormat.of().formatHex(digest)
                        : Base64.getEncoder().encodeToString(digest));
    }

    private static byte[] digest(byte[] key, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static byte[] decode(Encoding encoding, String text) {
        try {
            return encoding == Encoding.HEX
                    ? HexFormat.of().parseHex(text)
                    : Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
