package io.throughline.health;

import io.throughline.model.ChannelHealth;
import io.throughline.model.HealthState;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Follows one channel and tells how it is doing: facts go in with their time, and {@link #report}
 * gives a word at most once a minute, or earlier when the state changed. A channel that goes to and
 * fro is told of every five seconds at most, so no channel can flood the topic. May be used by
 * several threads.
 */
public final class HealthTracker {

    private static final Duration HEARTBEAT = Duration.ofMinutes(1);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(5);

    private final String source;
    private final String channel;
    private final HealthRules rules;
    private final Instant started;
    private ArrivalHistory history;
    private Instant lastSuccess;
    private Instant lastRecord;
    private int failuresInARow;
    private String failure;
    private boolean refused;
    private Duration lag = Duration.ZERO;
    private long records;
    private long bytes;
    private Instant reportedAt;
    private HealthState reported;
    private Instant since;

    /** What of the facts makes the state, and why. */
    private record Finding(HealthState state, String cause) {}

    /**
     * @param source id of the channel instance
     * @param channel id of the kind of channel
     * @param history of its life before
     */
    public HealthTracker(
            String source,
            String channel,
            HealthRules rules,
            ArrivalHistory history,
            Instant started) {
        this.source = Objects.requireNonNull(source, "source");
        this.channel = Objects.requireNonNull(channel, "channel");
        this.rules = Objects.requireNonNull(rules, "rules");
        this.history = Objects.requireNonNull(history, "history");
        this.started = Objects.requireNonNull(started, "started");
        this.lastRecord = history.last();
    }

    /** It brought something. */
    public synchronized void received(Instant at, long newRecords, long newBytes) {
        records += newRecords;
        bytes += newBytes;
        lastRecord = at;
        history = history.arrived(at);
    }

    /** It answered as it should, with or without something new. */
    public synchronized void succeeded(Instant at) {
        lastSuccess = at;
        failuresInARow = 0;
        failure = null;
        refused = false;
    }

    /**
     * It did not answer, or not as it should.
     *
     * @param cause a few words without address, payload or secret, e.g. {@code status 503}
     */
    public synchronized void failed(String cause) {
        failuresInARow++;
        failure = Objects.requireNonNull(cause, "cause");
    }

    /** The same, of a failure that will not pass by itself: it counts from the first. */
    public synchronized void refused(String cause) {
        failed(cause);
        refused = true;
    }

    /** How old what it brings is. */
    public synchronized void lagging(Duration newLag) {
        lag = newLag.isNegative() ? Duration.ZERO : newLag;
    }

    /** What is due to be told: a change of state, or the word of the minute. */
    public synchronized Optional<ChannelHealth> report(Instant now) {
        Finding finding = finding(now);
        Duration pause = finding.state() == reported ? HEARTBEAT : SHORTEST_PAUSE;
        if (reportedAt != null && Duration.between(reportedAt, now).compareTo(pause) < 0) {
            return Optional.empty();
        }
        if (finding.state() != reported) {
            since = now;
        }
        ChannelHealth health =
                new ChannelHealth(
                        source,
                        channel,
                        finding.state(),
                        finding.cause(),
                        since,
                        now,
                        lastSuccess,
                        lastRecord,
                        records,
                        bytes,
                        failuresInARow,
                        lag);
        reported = finding.state();
        reportedAt = now;
        records = 0;
        bytes = 0;
        return Optional.of(health);
    }

    private Finding finding(Instant now) {
        if (refused || failuresInARow >= rules.failingAfter()) {
            return new Finding(HealthState.FAILING, failure);
        }
        if (lag.compareTo(rules.behindAfter()) > 0) {
            return new Finding(HealthState.BEHIND, lag.toSeconds() + " s behind");
        }
        Optional<Duration> patience =
                rules.expectEvery() != null ? Optional.of(rules.expectEvery()) : history.patience();
        Duration silence = Duration.between(lastRecord == null ? started : lastRecord, now);
        if (patience.isPresent() && silence.compareTo(patience.get()) > 0) {
            return new Finding(
                    HealthState.SILENT,
                    "nothing for "
                            + silence.toSeconds()
                            + " s, expected every "
                            + patience.get().toSeconds()
                            + " s");
        }
        return new Finding(HealthState.OK, null);
    }

    /** How regularly it brought something so far. */
    public synchronized ArrivalHistory history() {
        return history;
    }

    /** When it last answered as it should. */
    public synchronized Optional<Instant> lastSuccess() {
        return Optional.ofNullable(lastSuccess);
    }

    /** When it last brought something. */
    public synchronized Optional<Instant> lastRecord() {
        return Optional.ofNullable(lastRecord);
    }

    /** Failures since it last answered. */
    public synchronized int failuresInARow() {
        return failuresInARow;
    }

    /** How old what it brings is. */
    public synchronized Duration lag() {
        return lag;
    }
}
