package io.throughline.channels.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.throughline.channels.definition.VerifySpec;
import io.throughline.channels.definition.VerifySpec.Encoding;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes the text of a signature. */
final class Signer {

    private final VerifySpec spec;

    Signer(VerifySpec spec) {
        this.spec = spec;
    }

    /**
     * What the header holds after its prefix.
     *
     * @param signed pieces of what is signed, which are not joined: one of them is the body
     * @param user of basic authentication; else null
     */
    String text(byte[] key, List<byte[]> signed, String user) {
        return switch (spec.algorithm()) {
            case HMAC_SHA256 -> mac("HmacSHA256", key, signed);
            case HMAC_SHA1 -> mac("HmacSHA1", key, signed);
            case HMAC_SHA512 -> mac("HmacSHA512", key, signed);
            case TOKEN -> new String(key, UTF_8);
            case BASIC ->
                    Base64.getEncoder()
                            .encodeToString((user + ":" + new String(key, UTF_8)).getBytes(UTF_8));
        };
    }

    private String mac(String algorithm, byte[] key, List<byte[]> signed) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            signed.forEach(mac::update);
            return encode(spec.signature().encoding(), mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    private static String encode(Encoding encoding, byte[] digest) {
        return switch (encoding) {
            case BASE64 -> Base64.getEncoder().encodeToString(digest);
            case BASE64URL -> Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
            case HEX -> HexFormat.of().formatHex(digest);
            case HEX_UPPER -> HexFormat.of().withUpperCase().formatHex(digest);
        };
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
