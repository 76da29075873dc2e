package io.throughline.gateway;

import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.Mode;
import io.throughline.channels.definition.VerifySpec;
import io.throughline.channels.signature.Proof;
import io.throughline.channels.signature.Signatures;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A channel whose provider posts to {@code /channels/ID}.
 *
 * @param id channel id, e.g. {@code typeform}
 */
public record PushChannel(String id, SignatureCheck signature) {

    public PushChannel {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(signature, "signature");
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
        VerifySpec verify = definition.verify();
        if (verify == null) {
            Optional<Proof> believed = Optional.of(new Proof("", Optional.empty()));
            return new PushChannel(definition.id(), (request, now) -> believed);
        }
        try {
            return new PushChannel(definition.id(), Signatures.of(verify, values::get)::verify);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(definition.id() + ": " + e.getMessage(), e);
        }
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "PushChannel[" + id + "]";
    }
}
