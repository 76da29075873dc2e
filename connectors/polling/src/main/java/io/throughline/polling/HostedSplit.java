package io.throughline.polling;

import io.throughline.fetch.CursorChange;
import io.throughline.fetch.Failure;
import io.throughline.fetch.HealthListener;
import io.throughline.health.HealthTracker;
import io.throughline.model.ChannelHealth;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A split of a reader: cursor as emitted so far, and the run that fetches for it, if it is to be
 * fetched. All but health belongs to the task's thread.
 */
final class HostedSplit {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 8;

    private final String id;
    private final Map<String, String> cursor;
    private final Clock clock;
    private ChannelSplit parked;
    private int breaks;

    private volatile HostedChannel channel;
    private volatile ChannelRun run;
    private volatile HealthTracker tracker;
    private volatile boolean wordUnderWay;
    private volatile Duration serverLag = Duration.ZERO;

    HostedSplit(ChannelSplit split, Clock clock) {
        this.id = split.id();
        this.cursor = new HashMap<>(split.cursor());
        this.clock = clock;
        this.parked = split;
    }

    String id() {
        return id;
    }

    /** What it is set up with; null while it is parked. */
    HostedChannel channel() {
        return channel;
    }

    /** The run that counts; null while it is parked. */
    ChannelRun run() {
        return run;
    }

    Map<String, String> cursor() {
        return Map.copyOf(cursor);
    }

    /** Goes on as another channel may have been set up under the same id. */
    void host(HostedChannel newChannel) {
        channel = newChannel;
        breaks = 0;
        serverLag = Duration.ZERO;
        tracker =
                new HealthTracker(
                        id,
                        newChannel.instance().definition().channel().otherwise().id(),
                        newChannel.health(),
                        toSplit().history(),
                        clock.instant());
    }

    void runs(ChannelRun newRun) {
        run = newRun;
    }

    /** Is not fetched any longer; keeps its cursor. */
    void park() {
        parked = toSplit();
        stopRun();
        channel = null;
        tracker = null;
    }

    void stopRun() {
        ChannelRun stopping = run;
        run = null;
        if (stopping != null) {
            stopping.stop();
        }
    }

    void apply(CursorChange change) {
        change.applyTo(cursor);
    }

    /** Something was emitted. */
    void emitted(long bytes) {
        breaks = 0;
        tracker.received(clock.instant(), 1, bytes);
    }

    /** Its fetcher broke; answers how long to wait before the next. */
    Duration broke(String cause) {
        tracker.failed(cause);
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(breaks, MOST_DOUBLINGS));
        breaks++;
        return pause;
    }

    ChannelSplit toSplit() {
        HealthTracker known = tracker;
        return new ChannelSplit(id, cursor, known == null ? parked.history() : known.history());
    }

    /** Follows its health; null while it is parked. */
    HealthTracker tracker() {
        return tracker;
    }

    /**
     * What is to be said of its health; nothing while the last word is still to be emitted. Called
     * by the thread that keeps the time.
     */
    Optional<ChannelHealth> word() {
        HealthTracker known = tracker;
        ChannelRun current = run;
        if (known == null || current == null || wordUnderWay) {
            return Optional.empty();
        }
        Duration backlog = current.backlog();
        known.lagging(backlog.compareTo(serverLag) > 0 ? backlog : serverLag);
        Optional<ChannelHealth> word = known.report(clock.instant());
        wordUnderWay = word.isPresent();
        return word;
    }

    void wordEmitted() {
        wordUnderWay = false;
    }

    /** Takes what fetchers tell, on whichever thread they do. */
    HealthListener listener() {
        HealthTracker told = tracker;
        return new HealthListener() {
            @Override
            public void succeeded() {
                told.succeeded(clock.instant());
            }

            @Override
            public void failed(Failure failure) {
                if (failure.needsAPerson()) {
                    told.refused(failure.cause());
                } else {
                    told.failed(failure.cause());
                }
            }

            @Override
            public void behind(Duration lag) {
                serverLag = lag;
            }
        };
    }
}
