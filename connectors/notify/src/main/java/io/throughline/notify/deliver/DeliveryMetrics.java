package io.throughline.notify.deliver;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertState;
import io.throughline.metrics.Count;
import io.throughline.metrics.Meters;
import io.throughline.metrics.Times;
import io.throughline.notify.send.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What became of telling receivers: {@code attempts} are sends, {@code messages} are alerts that a
 * receiver was told of, or never will be. Outlives notifiers, which come and go with the
 * configuration. Thread-safe.
 */
public final class DeliveryMetrics {

    /** From a receiver in the same house to the time-out of a send, in seconds. */
    private static final double[] BOUNDS = {.05, .1, .25, .5, 1, 2.5, 5, 10, 30};

    private final Count attempts;
    private final Count messages;
    private final Times took;
    private final Map<String, AlertState> states = new ConcurrentHashMap<>();
    private volatile boolean following;

    /** Figures among these. */
    public DeliveryMetrics(Meters meters) {
        attempts =
                meters.count(
                        "notify_attempts_total",
                        "Sends, by receiver and outcome: delivered, refused for good, or failed"
                                + " and to be tried again.",
                        "receiver",
                        "outcome");
        messages =
                meters.count(
                        "notify_messages_total",
                        "Alerts that a receiver was told of (delivered), or never will be (given-up).",
                        "receiver",
                        "outcome");
        took = meters.times("notify_attempt_seconds", "Time of a send.", BOUNDS, "receiver");
        meters.gauges(
                "notify_alerts",
                "Alerts by state, as feedback.alerts has them; none while it is not read.",
                "state",
                this::byState);
    }

    /** A receiver that may be told something, so that its first failure shows as a growth. */
    void expects(String receiver) {
        for (Outcome.Result result : Outcome.Result.values()) {
            attempts.expect(receiver, name(result));
        }
        messages.expect(receiver, "delivered").expect(receiver, "given-up");
    }

    void seen(Alert alert) {
        states.put(alert.id(), alert.state());
    }

    /** All that the topic had was seen, and what comes is seen from now on. */
    void caughtUp() {
        following = true;
    }

    /** Nobody reads the topic any more: what was seen says nothing of what there is. */
    void left() {
        following = false;
        states.clear();
    }

    /** Counts what a courier carries. */
    Courier counting(String receiver, Courier courier) {
        return new Courier() {
            @Override
            public Outcome send(List<Letter> letters, String key) throws InterruptedException {
                long begun = System.nanoTime();
                Outcome outcome = courier.send(letters, key);
                took.add(Duration.ofNanos(System.nanoTime() - begun), receiver);
                attempts.add(receiver, name(outcome.result()));
                return outcome;
            }

            @Override
            public void close() {
                courier.close();
            }
        };
    }

    /** Counts what a log takes. */
    DeliveryLog counting(DeliveryLog log) {
        return new DeliveryLog() {
            @Override
            public List<Told> all() {
                return log.all();
            }

            @Override
            public void add(List<Told> entries) {
                log.add(entries);
                entries.forEach(
                        told ->
                                messages.add(
                                        told.receiver(),
                                        told.failure() == null ? "delivered" : "given-up"));
            }
        };
    }

    /** Nothing where nobody reads the topic, as without receivers: no zeros that look like rest. */
    private Map<String, Double> byState() {
        if (!following) {
            return Map.of();
        }
        Map<String, Double> counts = new TreeMap<>();
        for (AlertState state : AlertState.values()) {
            counts.put(state.id(), 0.0);
        }
        states.values().forEach(state -> counts.merge(state.id(), 1.0, Double::sum));
        return counts;
    }

    private static String name(Outcome.Result result) {
        return result.name().toLowerCase(Locale.ROOT);
    }
}
