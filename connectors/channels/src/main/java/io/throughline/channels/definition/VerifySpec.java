package io.throughline.channels.definition;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How the sender of a push channel proves itself. One description fits every scheme that signs with
 * a shared secret: what is signed, with what, and where the signature is written. A scheme known by
 * name, such as {@code slack}, is such a description that is filled in already.
 *
 * @param algorithm what the proof is made with
 * @param signature where the proof is
 * @param over what is signed, in order; empty for {@link Algorithm#TOKEN} and {@link
 *     Algorithm#BASIC}
 * @param id header of the message's id; null when none is signed
 * @param time where the signed time is; null when none is signed
 * @param secret how a secret is written
 * @param url the public address of the channel, which may hold references; null when the address
 *     that the request was sent to is the public one
 * @param user user name of {@link Algorithm#BASIC}, which may hold references; else null
 * @param secrets one or two, as {@code ${secret.NAME}}: two while a key is being changed
 */
public record VerifySpec(
        Algorithm algorithm,
        Place signature,
        List<Part> over,
        String id,
        SignedTime time,
        SecretForm secret,
        String url,
        String user,
        List<String> secrets)
        implements Serializable {

    public VerifySpec {
        Objects.requireNonNull(algorithm, "algorithm");
        Objects.requireNonNull(signature, "signature");
        Objects.requireNonNull(secret, "secret");
        over = List.copyOf(over);
        secrets = List.copyOf(secrets);
    }

    /** What a proof is made with. */
    public enum Algorithm {
        HMAC_SHA256,
        HMAC_SHA1,
        HMAC_SHA512,
        /** The secret itself, for tools that cannot sign. */
        TOKEN,
        /** User and secret as in RFC 7617, for tools that cannot sign. */
        BASIC;

        /** Whether it signs the request, so that a changed one is found out. */
        public boolean signs() {
            return this != TOKEN && this != BASIC;
        }
    }

    /** How a digest is written; exactly so, another spelling of the same bytes is refused. */
    public enum Encoding {
        BASE64,
        /** RFC 4648, section 5, without padding. */
        BASE64URL,
        HEX,
        HEX_UPPER
    }

    /**
     * Where the proof is.
     *
     * @param header name of the header, e.g. {@code Typeform-Signature}
     * @param prefix what a signature begins with, e.g. {@code sha256=}; may be empty
     * @param separator between several signatures in the header, of which one must fit; empty when
     *     there is one only
     * @param encoding of the digest after the prefix
     */
    public record Place(String header, String prefix, String separator, Encoding encoding)
            implements Serializable {

        public Place {
            Objects.requireNonNull(header, "header");
            Objects.requireNonNull(prefix, "prefix");
            Objects.requireNonNull(separator, "separator");
            Objects.requireNonNull(encoding, "encoding");
        }
    }

    /**
     * A piece of what is signed.
     *
     * @param text of {@link PartKind#TEXT} the text, of {@link PartKind#HEADER} the header's name;
     *     else empty
     */
    public record Part(PartKind kind, String text) implements Serializable {

        /** A piece that needs no text. */
        public static Part of(PartKind kind) {
            return new Part(kind, "");
        }
    }

    /** What a piece of the signed text is. */
    public enum PartKind {
        TEXT,
        BODY,
        /** The signed time, as it is written in its header. */
        TIMESTAMP,
        ID,
        /** The public address with its query. */
        URL,
        METHOD,
        /**
         * Names and values of a form, sorted by name. Of any other body nothing, but its SHA-256
         * must then be in the query as {@code bodySHA256}.
         */
        FORM,
        HEADER
    }

    /** How a signed time is written. */
    public enum TimeForm {
        EPOCH_SECONDS,
        EPOCH_MILLIS,
        /** ISO 8601 with seconds and an offset or Z. */
        ISO
    }

    /**
     * Where the signed time is.
     *
     * @param header its header; when it is the header of the signature, it is one of the entries
     * @param prefix what it begins with, e.g. {@code t=}; may be empty
     * @param tolerance how far it may be from now, both ways
     */
    public record SignedTime(String header, String prefix, TimeForm form, Duration tolerance)
            implements Serializable {

        /** Five minutes, which Slack, Stripe and Standard Webhooks recommend. */
        public static final Duration TOLERANCE = Duration.ofMinutes(5);
    }

    /** How the bytes of a secret are written. */
    public enum SecretEncoding {
        TEXT,
        BASE64,
        HEX
    }

    /**
     * How a secret is written.
     *
     * @param prefix left out when it is there, e.g. {@code whsec_}; may be empty
     */
    public record SecretForm(String prefix, SecretEncoding encoding) implements Serializable {

        /** The bytes of the text. */
        public static final SecretForm PLAIN = new SecretForm("", SecretEncoding.TEXT);
    }

    /** Name of the header that holds the proof. */
    public String header() {
        return signature.header();
    }
}
