package io.throughline.notify.deliver;

import io.throughline.alert.Alert;
import io.throughline.notify.config.Notifications;
import io.throughline.notify.config.Receiver;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the desk of one receiver works with, whatever its kind, and the alerts on it as they are
 * now.
 */
record Counter(
        Receiver receiver,
        Notifications notifications,
        Courier courier,
        Ledger ledger,
        Pauses pauses,
        Clock clock,
        Map<String, Alert> newest) {

    Counter(
            Receiver receiver,
            Notifications notifications,
            Courier courier,
            Ledger ledger,
            Pauses pauses,
            Clock clock) {
        this(receiver, notifications, courier, ledger, pauses, clock, new ConcurrentHashMap<>());
    }

    /** The highest version counts. */
    void put(Alert alert) {
        newest.merge(alert.id(), alert, (old, now) -> now.version() > old.version() ? now : old);
    }

    Collection<Alert> alerts() {
        return newest.values();
    }
}
