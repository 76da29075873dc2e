package io.throughline.notify.deliver;

import io.throughline.alert.Alert;
import io.throughline.metrics.Meters;
import io.throughline.notify.config.Notifications;
import io.throughline.notify.config.Receiver;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells receivers of alerts until it is closed. It first reads all that is kept, so that what began
 * and ended while it was away is told to nobody, and delivers then.
 */
public final class Notifier implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(10);

    private final AlertFeed feed;
    private final List<Worker> workers;
    private final DeliveryMetrics metrics;
    private final CompletableFuture<Void> failure = new CompletableFuture<>();
    private final Thread thread = new Thread(this::follow, "alert-feed");
    private volatile boolean closed;

    private Notifier(AlertFeed feed, List<Worker> workers, DeliveryMetrics metrics) {
        this.feed = feed;
        this.metrics = metrics;
        this.workers = workers;
        thread.setDaemon(true);
    }

    /**
     * Starts to deliver.
     *
     * @param feed closed with the notifier
     */
    public static Notifier start(
            Notifications notifications, AlertFeed feed, DeliveryLog log, Clock clock) {
        return start(notifications, feed, log, clock, new DeliveryMetrics(new Meters()));
    }

    /**
     * Starts to deliver.
     *
     * @param feed closed with the notifier
     * @param metrics are told what became of it
     */
    public static Notifier start(
            Notifications notifications,
            AlertFeed feed,
            DeliveryLog log,
            Clock clock,
            DeliveryMetrics metrics) {
        Pauses pauses = new Pauses(new SecureRandom());
        List<Told> before = log.all();
        List<Worker> workers = new ArrayList<>();
        Notifier notifier = new Notifier(feed, workers, metrics);
        for (Receiver receiver : notifications.receivers()) {
            metrics.expects(receiver.id());
            Courier courier =
                    metrics.counting(receiver.id(), Couriers.of(receiver, notifications, clock));
            Ledger ledger = new Ledger(receiver.id(), metrics.counting(log), before);
            Counter counter = new Counter(receiver, notifications, courier, ledger, pauses, clock);
            Desk desk =
                    receiver.isAlertmanager()
                            ? new AlertmanagerDesk(counter)
                            : new MessageDesk(counter);
            workers.add(new Worker(receiver.id(), desk, courier, clock, notifier::fail));
        }
        notifier.thread.start();
        return notifier;
    }

    /** Why it delivers no more; empty while it does, or after it was closed. */
    public Optional<Throwable> failure() {
        return failure.isCompletedExceptionally()
                ? Optional.of(failure.handle((unused, cause) -> cause).join())
                : Optional.empty();
    }

    private void fail(Throwable cause) {
        LOG.error("Alerts are not delivered any more", cause);
        metrics.left();
        failure.completeExceptionally(cause);
    }

    private void follow() {
        try {
            Map<String, Alert> kept = new HashMap<>();
            while (!closed && !feed.caughtUp()) {
                feed.next(POLL)
                        .forEach(
                                alert ->
                                        kept.merge(
                                                alert.id(),
                                                alert,
                                                (old, now) ->
                                                        now.version() > old.version() ? now : old));
            }
            kept.values().forEach(metrics::seen);
            metrics.caughtUp();
            kept.values().forEach(alert -> workers.forEach(worker -> worker.put(alert)));
            workers.forEach(Worker::start);
            while (!closed) {
                for (Alert alert : feed.next(POLL)) {
                    metrics.seen(alert);
                    workers.forEach(worker -> worker.put(alert));
                }
            }
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(CLOSE_PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        workers.forEach(Worker::close);
        metrics.left();
        feed.close();
    }
}
