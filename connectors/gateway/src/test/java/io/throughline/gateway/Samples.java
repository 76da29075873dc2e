package io.throughline.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.ChannelDefinitions;
import io.throughline.channels.signature.PushRequest;
import io.throughline.channels.signature.Signatures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The pushed channels of these tests, with keys of our own. */
final class Samples {

    static final String PATH = "/channels/typeform";
    static final String HEADER = "Typeform-Signature";
    static final String SLACK_PATH = "/channels/slack";
    static final String OPEN_PATH = "/channels/open";
    static final String KEY = "a key of the tests";

    private static final String CHANNEL =
            """
            apiVersion: throughline/v1
            id: %s
            channel: web
            mode: push
            map: {naturalId: $.id, occurredAt: $.at, text: $.text}
            %s
            """;

    private Samples() {}

    static ChannelDefinition typeform() {
        return definition("typeform", "verify: {header: Typeform-Signature, prefix: sha256=}");
    }

    static ChannelDefinition slack() {
        return definition("slack", "verify: {type: slack}");
    }

    private static ChannelDefinition definition(String id, String verify) {
        return ChannelDefinitions.read("channel.yaml", CHANNEL.formatted(id, verify));
    }

    static List<PushChannel> all() {
        Map<String, String> keys = Map.of("secret.typeform", KEY, "secret.slack", KEY);
        return List.of(
                PushChannel.of(typeform(), keys),
                PushChannel.of(slack(), keys),
                PushChannel.of(definition("open", "headers: [ce-*, X-Tenant]"), Map.of()));
    }

    static String sign(byte[] body) {
        return Signatures.of(typeform().verify(), name -> KEY)
                .sign(PushRequest.of("http://localhost" + PATH, Map.of(), body), Instant.EPOCH)
                .get(HEADER);
    }

    /** The headers of a post to {@link #SLACK_PATH}, names and values in turn. */
    static String[] slackHeaders(byte[] body, Instant time) {
        List<String> headers = new ArrayList<>();
        Signatures.of(slack().verify(), name -> KEY)
                .sign(PushRequest.of("http://localhost" + SLACK_PATH, Map.of(), body), time)
                .forEach((name, value) -> headers.addAll(List.of(name, value)));
        return headers.toArray(String[]::new);
    }

    static byte[] json(String text) {
        return ("{\"id\": \"r-1\", \"text\": \"" + text + "\"}").getBytes(UTF_8);
    }
}
