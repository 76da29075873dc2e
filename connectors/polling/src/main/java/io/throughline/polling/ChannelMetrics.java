package io.throughline.polling;

import io.throughline.health.HealthTracker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * What Flink shows of one channel, under {@code channel.ID}: {@code records} and {@code bytes}
 * brought (a record of the source is an envelope: a page, an event, a row), {@code failuresInARow},
 * {@code secondsSinceSuccess} and {@code secondsSinceRecord} (-1 while there was none, or the
 * channel is parked), {@code lagMillis}. A group lives as long as its task, so a channel that comes
 * back goes on in it.
 */
final class ChannelMetrics {

    private static final long NONE = -1;

    private final Counter records;
    private final Counter bytes;
    private final Clock clock;
    private volatile HostedSplit split;

    ChannelMetrics(String id, MetricGroup reader, Clock clock) {
        MetricGroup group = reader.addGroup("channel", id);
        this.clock = clock;
        this.records = group.counter("records");
        this.bytes = group.counter("bytes");
        group.gauge("failuresInARow", () -> of(HealthTracker::failuresInARow));
        group.gauge("secondsSinceSuccess", () -> of(tracker -> since(tracker.lastSuccess())));
        group.gauge("secondsSinceRecord", () -> of(tracker -> since(tracker.lastRecord())));
        group.gauge("lagMillis", () -> of(tracker -> tracker.lag().toMillis()));
    }

    void show(HostedSplit shown) {
        split = shown;
    }

    void emitted(long newBytes) {
        records.inc();
        bytes.inc(newBytes);
    }

    private long of(ToLongFunction<HealthTracker> figure) {
        HostedSplit shown = split;
        HealthTracker tracker = shown == null ? null : shown.tracker();
        return tracker == null ? NONE : figure.applyAsLong(tracker);
    }

    private long since(Optional<Instant> time) {
        return time.map(instant -> Duration.between(instant, clock.instant()).toSeconds())
                .orElse(NONE);
    }
}
