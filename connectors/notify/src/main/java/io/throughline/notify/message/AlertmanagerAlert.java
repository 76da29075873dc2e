package io.throughline.notify.message;

import io.throughline.alert.Alert;
import io.throughline.alert.Direction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An alert as Prometheus Alertmanager knows alerts: labels that say which it is, annotations that
 * say what a person wants to know, and two times.
 *
 * <p>Labels are its identity there: whatever changes in an alert's life must not be one of them.
 *
 * @param labels never change in the life of an alert
 * @param annotations may change with every version
 * @param startsAt when it fired
 * @param endsAt when it ended; empty while it lasts
 * @param generatorUrl where it is to be seen; empty for nowhere
 */
public record AlertmanagerAlert(
        SortedMap<String, String> labels,
        SortedMap<String, String> annotations,
        Instant startsAt,
        Optional<Instant> endsAt,
        Optional<String> generatorUrl) {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final int SEPARATOR = 0xff;
    private static final int LONGEST_VALUE = 200;

    public AlertmanagerAlert {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
    }

    /**
     * The alert, with a message about it. Alertmanager knows firing and resolved and nothing else:
     * an alert that ran out of data or is held back has ended for it, and the annotation {@code
     * state} says how.
     *
     * @param message of the same alert
     */
    public static AlertmanagerAlert of(Alert alert, AlertMessage message) {
        return new AlertmanagerAlert(
                labels(alert),
                annotations(alert, message),
                alert.firedAt(),
                ended(alert),
                message.links().stream().findFirst().map(Link::url));
    }

    private static SortedMap<String, String> labels(Alert alert) {
        SortedMap<String, String> labels = new TreeMap<>();
        put(labels, "alertname", alert.rule());
        put(labels, "alert", alert.id());
        put(labels, "journey", alert.journey());
        put(labels, "stage", alert.stage());
        put(labels, "direction", alert.direction().id());
        put(labels, "owner", alert.ownership().owner());
        put(labels, "severity", alert.direction() == Direction.RISE ? "info" : "warning");
        return labels;
    }

    private static SortedMap<String, String> annotations(Alert alert, AlertMessage message) {
        SortedMap<String, String> annotations = new TreeMap<>();
        annotations.put("summary", message.headline());
        annotations.put("description", PlainText.of(message));
        annotations.put("state", alert.state().id());
        annotations.put("stage_name", Plain.line(alert.ownership().stageName(), LONGEST_VALUE));
        message.links().forEach(link -> annotations.put(link.target().id(), link.url()));
        if (alert.ownership().sponsor() != null) {
            put(annotations, "sponsor", alert.ownership().sponsor());
        }
        return annotations;
    }

    /** Alertmanager refuses an end before the begin. */
    private static Optional<Instant> ended(Alert alert) {
        boolean over =
                switch (alert.state()) {
                    case FIRING, RECOVERING -> false;
                    case RESOLVED, NO_DATA, SUPPRESSED -> true;
                };
        if (!over) {
            return Optional.empty();
        }
        Instant end = alert.resolvedAt() == null ? alert.updatedAt() : alert.resolvedAt();
        return Optional.of(end.isBefore(alert.firedAt()) ? alert.firedAt() : end);
    }

    /** An empty label is none for Alertmanager. */
    private static void put(SortedMap<String, String> labels, String name, String value) {
        String line = Plain.line(value, LONGEST_VALUE);
        if (!line.isEmpty()) {
            labels.put(name, line);
        }
    }

    /**
     * What Alertmanager names the alert by: FNV-1a over names and values of the labels in order, 16
     * hex digits (prometheus/common, {@code model/signature.go}).
     */
    public String fingerprint() {
        long hash = OFFSET;
        for (Map.Entry<String, String> label : labels.entrySet()) {
            hash = add(add(hash, label.getKey()), label.getValue());
        }
        return HexFormat.of().toHexDigits(hash);
    }

    private static long add(long hash, String text) {
        long sum = hash;
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            sum = (sum ^ (octet & 0xff)) * PRIME;
        }
        return (sum ^ SEPARATOR) * PRIME;
    }
}
