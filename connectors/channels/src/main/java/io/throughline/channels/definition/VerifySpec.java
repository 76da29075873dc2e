package io.throughline.channels.definition;

import java.io.Serializable;
import java.util.List;

/**
 * How the sender of a push channel proves itself: HMAC-SHA256 over the raw body, in a header.
 *
 * @param header name of the header, e.g. {@code Typeform-Signature}
 * @param prefix what the header's value begins with, e.g. {@code sha256=}; may be empty
 * @param encoding of the digest after the prefix
 * @param secrets one or two, as {@code ${secret.NAME}}: two while a key is being changed
 */
public record VerifySpec(String header, String prefix, Encoding encoding, List<String> secrets)
        implements Serializable {

    /** How the digest is written. */
    public enum Encoding {
        BASE64,
        HEX
    }

    public VerifySpec {
        secrets = List.copyOf(secrets);
    }
}
