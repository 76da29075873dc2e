package io.throughline.local.run;

import io.throughline.channels.Signatures;
import io.throughline.channels.definition.Placeholders;
import io.throughline.channels.definition.VerifySpec;
import io.throughline.gateway.PushChannel;
import io.throughline.pipeline.config.ConfiguredChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Configured push channels as the gateway takes them. */
final class PushChannels {

    private static final String SECRET = "secret.";

    private PushChannels() {}

    /**
     * A channel with the keys of its signature.
     *
     * @throws IllegalArgumentException when a secret of the definition is not configured
     */
    static PushChannel of(ConfiguredChannel channel) {
        VerifySpec spec = channel.definition().verify();
        if (spec == null) {
            return new PushChannel(channel.definition().id(), (body, headers) -> true);
        }
        List<byte[]> keys =
                spec.secrets().stream()
                        .map(text -> Placeholders.resolve(text, name -> secret(channel, name)))
                        .map(key -> key.getBytes(StandardCharsets.UTF_8))
                        .toList();
        return new PushChannel(
                channel.definition().id(),
                (body, headers) ->
                        Signatures.verify(spec, keys, headers.apply(spec.header()), body));
    }

    private static String secret(ConfiguredChannel channel, String name) {
        return name.startsWith(SECRET)
                ? channel.secrets().get(name.substring(SECRET.length()))
                : channel.config().get(name);
    }
}
