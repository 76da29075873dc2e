package io.throughline.model;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * How one channel instance is doing: said once a minute, and at once when its state changes.
 *
 * @param source id of the channel instance, e.g. {@code app-store}
 * @param channel id of the kind of channel, e.g. {@code mobile}
 * @param cause why it is not well, e.g. {@code status 503}; no address, payload or secret; null
 *     when it is well
 * @param since when it got into this state
 * @param at when this was said
 * @param lastSuccess when it last answered as it should; null when it never did
 * @param lastRecord when it last brought something; null when it never did
 * @param records brought since the report before: envelopes of a channel that is fetched, requests
 *     of one that is pushed
 * @param bytes of these
 * @param failuresInARow since it last answered
 * @param lag how old what it brings is, zero or more
 */
public record ChannelHealth(
        String source,
        String channel,
        HealthState state,
        String cause,
        Instant since,
        Instant at,
        Instant lastSuccess,
        Instant lastRecord,
        long records,
        long bytes,
        int failuresInARow,
        Duration lag) {

    public ChannelHealth {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(lag, "lag");
    }

    /** The minute it speaks of, in UTC. */
    public Instant minute() {
        return at.truncatedTo(ChronoUnit.MINUTES);
    }

    /** The same for the same channel, minute and state. */
    public String id() {
        return "health:" + source + ":" + minute() + ":" + state.id();
    }
}
