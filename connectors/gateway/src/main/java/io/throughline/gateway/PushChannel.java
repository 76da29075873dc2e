package io.throughline.gateway;

import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.Mode;
import io.throughline.channels.definition.VerifySpec;
import io.throughline.channels.signature.Proof;
import io.throughline.channels.signature.Signatures;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A channel whose provider posts to {@code /channels/ID}.
 *
 * @param id channel id, e.g. {@code typeform}
 * @param kind of channel, e.g. {@code web}
 * @param headers of a request that its mapper needs, in lower case; one may end in {@code *}
 */
public record PushChannel(String id, String kind, SignatureCheck signature, List<String> headers) {

    public PushChannel {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(signature, "signature");
        headers = List.copyOf(headers);
    }

    /**
     * The channel of a definition. Without a {@code verify} block every sender is believed.
     *
     * @param values of the definition's references by their full names, e.g. {@code
     *     secret.typeform}
     * @throws IllegalArgumentException when the definition is not pushed or a secret has no value
     *     or one that cannot be a key; the message names the secret
     */
    public static PushChannel of(ChannelDefinition definition, Map<String, String> values) {
        if (definition.mode() != Mode.PUSH) {
            throw new IllegalArgumentException(definition.id() + " is not pushed");
        }
        return new PushChannel(
                definition.id(),
                definition.channel().otherwise().id(),
                check(definition, values),
                definition.requestHeaders());
    }

    private static SignatureCheck check(ChannelDefinition definition, Map<String, String> values) {
        VerifySpec verify = definition.verify();
        if (verify == null) {
            Optional<Proof> believed = Optional.of(new Proof("", Optional.empty()));
            return (request, now) -> believed;
        }
        try {
            return Signatures.of(verify, values::get)::verify;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(definition.id() + ": " + e.getMessage(), e);
        }
    }

    /** Whether the mapper needs this header. */
    boolean carries(String header) {
        return header.equals("content-type")
                || headers.stream()
                        .anyMatch(
                                name ->
                                        name.endsWith("*")
                                                ? header.startsWith(
                                                        name.substring(0, name.length() - 1))
                                                : header.equals(name));
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "PushChannel[" + id + "]";
    }
}
