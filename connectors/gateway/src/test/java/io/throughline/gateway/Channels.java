package io.throughline.gateway;

import io.throughline.channels.ChannelCatalog;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.signature.PushRequest;
import io.throughline.channels.signature.Signatures;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The one pushed channel of these tests, with a key of our own. */
final class Channels {

    static final String PATH = "/channels/typeform";
    static final String HEADER = "Typeform-Signature";

    private static final String KEY = "a key of the tests";

    private Channels() {}

    static ChannelDefinition typeform() {
        return ChannelCatalog.builtIn().find("typeform").orElseThrow();
    }

    static List<PushChannel> all() {
        return List.of(PushChannel.of(typeform(), Map.of("secret.typeform", KEY)));
    }

    static String sign(byte[] body) {
        return Signatures.of(typeform().verify(), name -> KEY)
                .sign(PushRequest.of("http://localhost" + PATH, Map.of(), body), Instant.EPOCH)
                .get(HEADER);
    }
}
