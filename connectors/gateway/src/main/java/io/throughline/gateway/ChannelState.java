package io.throughline.gateway;

import io.throughline.health.ArrivalHistory;
import io.throughline.health.HealthRules;
import io.throughline.health.HealthTracker;
import io.throughline.model.ChannelHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/** What became of the requests of one channel, for its metrics and its health. */
final class ChannelState {

    private final HealthTracker health;
    private final LongAdder[] byClass = new LongAdder[6];
    private final LongAdder bytes = new LongAdder();
    private final LongAdder rejected = new LongAdder();
    private final LongAdder replays = new LongAdder();
    private final Histogram acknowledged = new Histogram();
    private final AtomicReference<Instant> lastAccepted = new AtomicReference<>();

    ChannelState(PushChannel channel, Instant now) {
        this.health =
                new HealthTracker(
                        channel.id(),
                        channel.kind(),
                        HealthRules.DEFAULT,
                        ArrivalHistory.NONE,
                        now);
        for (int i = 0; i < byClass.length; i++) {
            byClass[i] = new LongAdder();
        }
    }

    /** A request was answered. */
    void answered(int status) {
        byClass[status / 100].increment();
        if (status == Refusal.UNAUTHORIZED) {
            rejected.increment();
            health.failed("signature refused");
        } else if (status == Refusal.UNAVAILABLE) {
            health.failed("Kafka did not acknowledge");
        }
    }

    /** Kafka has it. */
    void accepted(Instant now, int size, Duration took) {
        bytes.add(size);
        acknowledged.add(took);
        lastAccepted.set(now);
        health.received(now, 1, size);
        health.succeeded(now);
    }

    void replayed() {
        replays.increment();
    }

    Optional<ChannelHealth> report(Instant now) {
        return health.report(now);
    }

    /** Requests whose status begins with this digit. */
    long requests(int statusClass) {
        return byClass[statusClass].sum();
    }

    long bytes() {
        return bytes.sum();
    }

    long rejected() {
        return rejected.sum();
    }

    long replays() {
        return replays.sum();
    }

    Histogram acknowledged() {
        return acknowledged;
    }

    Optional<Instant> lastAccepted() {
        return Optional.ofNullable(lastAccepted.get());
    }
}
