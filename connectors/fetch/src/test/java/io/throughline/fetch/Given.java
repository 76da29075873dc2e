package io.throughline.fetch;

import io.throughline.channels.Mappers;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.ChannelDefinitions;
import io.throughline.fetch.http.Backoff;
import io.throughline.fetch.http.RequestTemplate;
import io.throughline.fetch.poll.PollPlan;
import io.throughline.fetch.stream.StreamPlan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;

/** Channels as a test describes them, in the words of a definition. */
public final class Given {

    public static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    public static final Duration LONG = Duration.ofMinutes(5);

    private Given() {}

    /** A definition of which the test gives mode, way in and records. */
    public static ChannelDefinition definition(String more) {
        return ChannelDefinitions.read(
                "test.yaml",
                "apiVersion: throughline/v1\nid: reviews\nchannel: web\n"
                        + "map: {naturalId: $.id}\n"
                        + more);
    }

    /**
     * A channel that is polled.
     *
     * @param request the lines of the block {@code request}
     */
    public static PollPlan poll(String request, Map<String, String> values) {
        return poll(request, values, Duration.ofHours(1));
    }

    /** The same, with the patience of a bounded round. */
    public static PollPlan poll(String request, Map<String, String> values, Duration patience) {
        String records = request.contains("# list") ? "" : "records: $.items[*]\n";
        ChannelDefinition definition =
                definition(records + "mode: poll\nrequest:\n" + request.indent(2));
        return new PollPlan(
                "reviews",
                definition.request(),
                RequestTemplate.of(definition.request(), values),
                Mappers.splitter(definition),
                envelope -> false,
                Duration.ofMillis(1),
                patience);
    }

    /**
     * A channel that is streamed.
     *
     * @param stream the lines of the block {@code stream}
     */
    public static StreamPlan stream(String stream, Duration quiet) {
        ChannelDefinition definition = definition("mode: stream\nstream:\n" + stream.indent(2));
        return new StreamPlan(
                "posts",
                definition.stream(),
                RequestTemplate.of(definition.stream(), Map.of("secret.token", "t0k3n")),
                quiet,
                LONG);
    }

    /** Short pauses, the same in each run. */
    public static Backoff backoff() {
        return new Backoff(Duration.ofMillis(10), Duration.ofMillis(20), new Random(1));
    }
}
