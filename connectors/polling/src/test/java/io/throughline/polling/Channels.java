package io.throughline.polling;

import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.ChannelDefinitions;
import io.throughline.fetch.ChannelInstance;
import io.throughline.health.HealthRules;
import java.util.Map;

/** Channels of tests. */
final class Channels {

    private Channels() {}

    static ChannelDefinition streamed(String id) {
        return ChannelDefinitions.read(
                "test.yaml",
                """
                apiVersion: throughline/v1
                id: %s
                channel: web
                mode: stream
                stream:
                  url: http://127.0.0.1:1/
                map:
                  naturalId: $.n
                  occurredAt: $.at
                  text: $.text
                """
                        .formatted(id));
    }

    static HostedChannel hosted(String id) {
        return hosted(id, "1");
    }

    static HostedChannel hosted(String id, String version) {
        return new HostedChannel(
                new ChannelInstance(id, streamed(id), Map.of(), java.util.List.of()),
                HealthRules.DEFAULT,
                version);
    }
}
