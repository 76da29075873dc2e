package io.throughline.fetch.http;

import io.throughline.fetch.Batch;
import io.throughline.fetch.Failure;
import io.throughline.fetch.HealthListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Failures in a row of one channel: how long to pause after the newest, and whether a bounded pass
 * has had enough.
 */
public final class Trouble {

    private static final Logger LOG = LoggerFactory.getLogger(Trouble.class);

    private final String source;
    private final Backoff backoff;
    private final Optional<Duration> patience;
    private final Clock clock;
    private final HealthListener health;
    private int failures;
    private Instant since;

    /**
     * @param patience after which a bounded pass gives up; empty never gives up
     */
    public Trouble(
            String source,
            Backoff backoff,
            Optional<Duration> patience,
            Clock clock,
            HealthListener health) {
        this.source = source;
        this.backoff = backoff;
        this.patience = patience;
        this.clock = clock;
        this.health = health;
    }

    /** It answered as it should. */
    public void over() {
        health.succeeded();
        if (failures > 0) {
            LOG.info("Channel {}: answers again after {} failures", source, failures);
        }
        failures = 0;
        since = null;
    }

    /**
     * A pause.
     *
     * @throws ChannelUnavailableException when a bounded pass has waited long enough
     */
    public Batch again(String origin, Failure.Kind kind, String cause, Optional<Duration> asked) {
        failures++;
        Instant now = clock.instant();
        since = since == null ? now : since;
        if (patience.isPresent() && !now.isBefore(since.plus(patience.get()))) {
            throw givenUp(origin, cause);
        }
        Duration pause = backoff.after(failures);
        if (asked.isPresent() && asked.get().compareTo(pause) > 0) {
            pause = asked.get();
        }
        health.failed(new Failure(kind, cause, pause));
        LOG.warn(
                "Channel {}: {} from {} (failure {} in a row), again in {} ms",
                source,
                cause,
                origin,
                failures,
                pause.toMillis());
        return Batch.thenPause(List.of(), pause);
    }

    /** The end of a bounded pass that cannot be finished. */
    public ChannelUnavailableException givenUp(String origin, String cause) {
        return new ChannelUnavailableException(
                "Channel "
                        + source
                        + " cannot be read to its end: "
                        + cause
                        + " from "
                        + origin
                        + ". Check address, network and credentials and run again; what was read"
                        + " so far is kept.");
    }

    /** Whether there is an end to the patience. */
    public boolean bounded() {
        return patience.isPresent();
    }
}
