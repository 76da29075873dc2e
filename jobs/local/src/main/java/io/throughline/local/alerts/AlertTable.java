package io.throughline.local.alerts;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertCommand;
import io.throughline.alert.Direction;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Alerts and silences for a terminal. */
public final class AlertTable {

    private static final String ALERT = "%-32s  %-10s  %-14s  %-15s  %-20s  %21s  %6s  %s%n";
    private static final String SILENCE = "%-22s  %-26s  %-20s  %-20s  %-12s  %s%n";

    private AlertTable() {}

    /** A line an alert. */
    public static String alerts(List<Alert> alerts) {
        StringBuilder table = new StringBuilder();
        table.append(
                row(
                        ALERT,
                        "id",
                        "state",
                        "stage",
                        "direction",
                        "since",
                        "expected -> observed",
                        "n",
                        "owner"));
        for (Alert alert : alerts) {
            table.append(
                    row(
                            ALERT,
                            alert.id(),
                            alert.state().id(),
                            alert.stage(),
                            alert.direction().id(),
                            time(alert.onset().at()),
                            level(alert, alert.figures().expected())
                                    + " -> "
                                    + level(alert, alert.figures().observed()),
                            String.format(Locale.ROOT, "%,d", alert.figures().count()),
                            alert.ownership().owner() + handled(alert)));
        }
        return table.toString();
    }

    private static String handled(Alert alert) {
        if (alert.handling().acceptedBy() != null) {
            return ", accepted by " + alert.handling().acceptedBy();
        }
        if (alert.handling().acknowledgedBy() != null) {
            return ", taken up by " + alert.handling().acknowledgedBy();
        }
        if (alert.handling().silence() != null) {
            return ", silenced (" + alert.handling().silence() + ")";
        }
        return alert.handling().escalatedAt() == null ? "" : ", escalated";
    }

    private static String level(Alert alert, double value) {
        boolean volume =
                alert.direction() == Direction.VOLUME_SURGE
                        || alert.direction() == Direction.VOLUME_COLLAPSE;
        return volume
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.0f %%", 100 * value);
    }

    /** A line a silence. */
    public static String silences(List<Silence> silences, Instant now) {
        StringBuilder table = new StringBuilder();
        table.append(row(SILENCE, "id", "holds back", "from", "until", "by", "comment"));
        for (Silence silence : silences) {
            AlertCommand command = silence.command();
            table.append(
                    row(
                            SILENCE,
                            command.id(),
                            new TreeMap<>(command.matchers()),
                            time(command.from()),
                            time(silence.until()) + (silence.lasts(now) ? "" : " (over)"),
                            command.by(),
                            command.comment() == null ? "" : command.comment()));
        }
        return table.toString();
    }

    private static String row(String format, Object... values) {
        return String.format(Locale.ROOT, format, values).stripTrailing() + "\n";
    }

    private static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
