package io.throughline.document;

import io.throughline.json.JsonWriter;
import io.throughline.model.ChannelHealth;
import java.time.Duration;

/**
 * The document of how a channel was doing in a minute: one for each state that it was in. It lies
 * beside the roll-ups and is told from them by {@code health}, which they do not have; they have a
 * {@code stage}, which it does not have.
 */
public final class HealthDocument {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private HealthDocument() {}

    /** {@code cx-signals-YYYY-MM}, in UTC. */
    public static String index(ChannelHealth health) {
        return Documents.monthly(SignalDocument.ALIAS, health.minute());
    }

    /** The same for the same channel, minute and state. */
    public static String id(ChannelHealth health) {
        return Documents.id(health.id());
    }

    /** External version: the later word counts. */
    public static long version(ChannelHealth health) {
        return health.at().toEpochMilli();
    }

    /** The document as JSON in UTF-8. */
    public static byte[] encode(ChannelHealth health) {
        return Documents.encode(out -> write(out, health));
    }

    private static void write(JsonWriter out, ChannelHealth health) {
        out.text("channel", health.channel())
                .text("source", health.source())
                .time("windowStart", health.minute())
                .time("windowEnd", health.minute().plus(MINUTE))
                .number("windowSeconds", MINUTE.toSeconds())
                .object("health", fields -> state(fields, health));
    }

    private static void state(JsonWriter out, ChannelHealth health) {
        out.text("state", health.state().id())
                .text("cause", health.cause())
                .time("since", health.since())
                .time("at", health.at())
                .time("lastSuccess", health.lastSuccess())
                .time("lastRecord", health.lastRecord())
                .number("records", health.records())
                .number("bytes", health.bytes())
                .number("failuresInARow", health.failuresInARow())
                .number("lagSeconds", health.lag().toMillis() / 1e3);
    }
}
