package io.throughline.gateway;

import io.throughline.channels.Signatures;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.Mode;
import io.throughline.channels.definition.Placeholders;
import io.throughline.channels.definition.VerifySpec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
     *     or an empty one; the message names the secret
     */
    public static PushChannel of(ChannelDefinition definition, Map<String, String> values) {
        if (definition.mode() != Mode.PUSH) {
            throw new IllegalArgumentException(definition.id() + " is not pushed");
        }
        VerifySpec verify = definition.verify();
        if (verify == null) {
            return new PushChannel(definition.id(), (body, headers) -> true);
        }
        List<byte[]> keys =
                verify.secrets().stream()
                        .map(secret -> key(definition.id(), secret, values))
                        .toList();
        return new PushChannel(
                definition.id(),
                (body, headers) ->
                        Signatures.verify(verify, keys, headers.apply(verify.header()), body));
    }

    private static byte[] key(String channel, String secret, Map<String, String> values) {
        String key = Placeholders.resolve(secret, values::get);
        if (key.isEmpty()) {
            throw new IllegalArgumentException(channel + ": " + secret + " is empty");
        }
        return key.getBytes(StandardCharsets.UTF_8);
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "PushChannel[" + id + "]";
    }
}
