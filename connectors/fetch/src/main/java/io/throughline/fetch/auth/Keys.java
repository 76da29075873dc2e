package io.throughline.fetch.auth;

import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Private keys in the text form that providers hand out: PKCS#8 in PEM (RFC 7468, 10). */
final class Keys {

    private Keys() {}

    /**
     * Reads a key. Line breaks may be written as {@code \n}, as an environment variable may have
     * to.
     *
     * @param algorithm {@code EC} or {@code RSA}
     * @throws IllegalArgumentException when it is none; the message holds nothing of it
     */
    @SuppressWarnings("UnusedException") // the cause could quote the key
    static PrivateKey read(String pem, String algorithm) {
        String body = pem.replace("\\n", "\n").replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "");
        try {
            byte[] der = Base64.getMimeDecoder().decode(body);
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (IllegalArgumentException | InvalidKeySpecException e) {
            throw new IllegalArgumentException(
                    "the private key is not "
                            + algorithm
                            + " in PKCS#8 PEM, which begins with -----BEGIN PRIVATE KEY-----");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
