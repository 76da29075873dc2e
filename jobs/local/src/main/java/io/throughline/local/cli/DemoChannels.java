package io.throughline.local.cli;

import io.throughline.channels.ChannelCatalog;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.ChannelDefinitions;
import io.throughline.local.demo.DemoFeeds;
import io.throughline.pipeline.config.ConfiguredChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The four channels of the demo: the shipped formats, at the demo's own addresses. */
public final class DemoChannels {

    static final String TYPEFORM = "typeform";

    private static final String REVIEWS =
            """
            apiVersion: throughline/v1
            id: app-store
            channel: mobile
            touchpoint: app-store
            mode: poll
            request:
              url: "%s"
              interval: 5s
              page: {type: page, most: 10, stopAfterEmpty: 3}
            mapper: app-store
            """;

    private static final String STREAM =
            """
            apiVersion: throughline/v1
            id: mastodon
            channel: social
            touchpoint: mastodon
            mode: stream
            stream:
              url: "%s"
              heartbeat: 60s
              backoff: {min: 1s, max: 10s}
            mapper: mastodon
            """;

    private DemoChannels() {}

    /**
     * The channels, fed by the demo.
     *
     * @param calls folder that the transcripts are dropped into
     * @param webhookSecret shared by the form provider and the gateway
     */
    public static List<ConfiguredChannel> of(DemoFeeds feeds, Path calls, String webhookSecret) {
        ChannelCatalog shipped = ChannelCatalog.builtIn();
        return List.of(
                channel(definition(REVIEWS, feeds.reviewsUrl())),
                channel(definition(STREAM, feeds.streamUrl())),
                new ConfiguredChannel(
                        shipped.find(TYPEFORM).orElseThrow(),
                        Map.of(),
                        Map.of("typeform", webhookSecret),
                        List.of()),
                channel(shipped.find("transcribe").orElseThrow())
                        .withFiles(List.of(calls.toString())));
    }

    private static ChannelDefinition definition(String yaml, String url) {
        return ChannelDefinitions.read("demo channel", String.format(yaml, url));
    }

    private static ConfiguredChannel channel(ChannelDefinition definition) {
        return new ConfiguredChannel(definition, Map.of(), Map.of(), List.of());
    }
}
