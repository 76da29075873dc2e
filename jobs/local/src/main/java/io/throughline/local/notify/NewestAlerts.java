package io.throughline.local.notify;

import io.throughline.alert.Alert;
import io.throughline.kafka.KafkaSettings;
import io.throughline.notify.deliver.KafkaAlertFeed;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the alert that fired last. */
public final class NewestAlerts {

    private static final Duration POLL = Duration.ofMillis(200);

    private NewestAlerts() {}

    /** As it is now; empty when there is none. */
    public static Optional<Alert> of(KafkaSettings kafka) {
        Map<String, Alert> alerts = new HashMap<>();
        try (KafkaAlertFeed feed = KafkaAlertFeed.open(kafka)) {
            while (!feed.caughtUp()) {
                feed.next(POLL)
                        .forEach(
                                alert ->
                                        alerts.merge(
                                                alert.id(),
                                                alert,
                                                (old, now) ->
                                                        now.version() > old.version() ? now : old));
            }
        }
        return alerts.values().stream()
                .max(Comparator.comparing(Alert::firedAt).thenComparing(Alert::id));
    }
}
