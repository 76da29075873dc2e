package io.throughline.fetch.auth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;

/**
 * Signed JSON web tokens in compact form (RFC 7515, 7519). Java signs with ES256 as DER by default,
 * but a token holds R and S themselves, 32 bytes each (RFC 7518, 3.4).
 */
final class Jwt {

    /** How to sign. */
    enum Algorithm {
        ES256("SHA256withECDSAinP1363Format"),
        RS256("SHA256withRSA");

        private final String javaName;

        Algorithm(String javaName) {
            this.javaName = javaName;
        }
    }

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private Jwt() {}

    /** An object to fill with claims. */
    static ObjectNode claims() {
        return JsonNodeFactory.instance.objectNode();
    }

    /**
     * A token.
     *
     * @param keyId null when there is none
     * @throws IllegalArgumentException when the key cannot sign so
     */
    @SuppressWarnings("UnusedException") // the cause could say something of the key
    static String sign(Algorithm algorithm, String keyId, ObjectNode claims, PrivateKey key) {
        ObjectNode header = claims().put("alg", algorithm.name()).put("typ", "JWT");
        if (keyId != null) {
            header.put("kid", keyId);
        }
        String signed = encode(header) + "." + encode(claims);
        try {
            Signature signature = Signature.getInstance(algorithm.javaName);
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the private key cannot sign " + algorithm);
        }
    }

    private static String encode(ObjectNode json) {
        return BASE64.encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
    }
}
