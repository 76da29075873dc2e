package io.throughline.local.backtest;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertState;
import io.throughline.alert.Direction;
import io.throughline.local.picture.Axis;
import io.throughline.local.picture.Panel;
import io.throughline.local.picture.Picture;
import io.throughline.measure.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One stage as a picture: what was said, what was due, how sure the watch was, what it raised. */
final class SeriesPicture {

    private static final int HIGH = 290;
    private static final int LOW = 170;
    private static final double MOST_RATIO = 4;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM H:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final String stage;
    private final Series series;
    private final List<Alert> alerts;
    private final List<Incident> incidents;
    private final Axis time;

    SeriesPicture(String stage, Series series, List<Alert> alerts, List<Incident> incidents) {
        this.stage = stage;
        this.series = series;
        this.alerts = alerts.stream().filter(one -> one.stage().equals(stage)).toList();
        this.incidents =
                incidents.stream()
                        .filter(one -> one.stage() == null || one.stage().equals(stage))
                        .toList();
        this.time = Axis.time(series.begin(), series.end());
    }

    String svg() {
        Picture picture =
                new Picture(
                        stage,
                        String.format(
                                Locale.ROOT,
                                "%,d pieces of feedback, summed over %s; %d alerts, %d held back",
                                Arrays.stream(series.counts()).sum(),
                                length(series.length()),
                                alerts.stream().filter(one -> !held(one)).count(),
                                alerts.stream().filter(SeriesPicture::held).count()));
        if (series.hasLabels()) {
            share(picture);
            statistic(picture);
        }
        volume(picture);
        return picture.svg();
    }

    private void share(Picture picture) {
        Panel panel = picture.panel(HIGH, time, Axis.share("negative share", 1));
        ground(panel);
        double[] shares = new double[series.stretches()];
        for (int at = 0; at < shares.length; at++) {
            shares[at] = series.share(at);
            if (series.labelled(at) > 0) {
                Interval sure = Interval.wilson(shares[at], series.labelled(at));
                panel.area(
                        "band",
                        series.start(at),
                        series.start(at) + series.length().toSeconds(),
                        sure.low(),
                        sure.high());
            }
        }
        panel.polyline("a", series.middles(), shares);
        for (int at = 0; at < shares.length; at++) {
            if (Double.isFinite(shares[at]) && alone(shares, at)) {
                panel.spot(
                        "a",
                        series.middles()[at],
                        shares[at],
                        2,
                        String.format(
                                Locale.ROOT,
                                "%.0f %% of %d",
                                100 * shares[at],
                                series.labelled(at)));
            }
        }
        panel.polyline("ref thick dashed", series.middles(), series.expected());
        raised(panel, false);
        panel.key("a", "", 0, "observed, 95 %");
        panel.key("ref thick", "dashed", 1, "expected");
        panel.key("alarm", "", 2, "alert fires");
        panel.key("c", "dashed", 3, "resolved");
        if (!incidents.isEmpty()) {
            panel.key("b", "", 4, "shaded: known");
        }
    }

    /** A point that no line goes through. */
    private static boolean alone(double[] values, int at) {
        return (at == 0 || Double.isNaN(values[at - 1]))
                && (at == values.length - 1 || Double.isNaN(values[at + 1]));
    }

    private void statistic(Picture picture) {
        double[] ratio = series.ratio();
        double highest = Arrays.stream(ratio).filter(Double::isFinite).max().orElse(1);
        Panel panel =
                picture.panel(
                        LOW,
                        time,
                        Axis.linear(
                                "S/h of the drop",
                                0,
                                Math.min(MOST_RATIO, Math.max(1.25, highest * 1.05))));
        panel.polyline("d", series.middles(), ratio);
        panel.level("alarm dashed", 1);
        panel.key("d", "", 0, "statistic");
        panel.key("alarm", "dashed", 1, "threshold");
    }

    private void volume(Picture picture) {
        double most = Arrays.stream(series.counts()).max().orElse(1);
        Panel panel =
                picture.panel(
                        LOW + 30,
                        time,
                        Axis.linear("feedback in " + length(series.length()), 0, most * 1.05));
        ground(panel);
        for (int at = 0; at < series.stretches(); at++) {
            if (series.counts()[at] > 0) {
                panel.area(
                        "bar",
                        series.start(at),
                        series.start(at) + 0.9 * series.length().toSeconds(),
                        0,
                        series.counts()[at]);
            }
        }
        raised(panel, true);
        panel.key("a", "thick", 0, "feedback");
        panel.key("alarm", "", 1, "alert fires");
        panel.key("c", "dashed", 2, "resolved");
    }

    private void ground(Panel panel) {
        for (Incident incident : incidents) {
            panel.span(
                    "known",
                    incident.from().getEpochSecond(),
                    incident.until().getEpochSecond(),
                    incident.name());
        }
    }

    private void raised(Panel panel, boolean ofVolume) {
        for (Alert alert : alerts) {
            boolean volume =
                    alert.direction() == Direction.VOLUME_SURGE
                            || alert.direction() == Direction.VOLUME_COLLAPSE;
            if (volume != ofVolume) {
                continue;
            }
            String name = alert.direction().id() + (held(alert) ? ", held back" : "");
            panel.mark(
                    held(alert) ? "alarm dotted" : "alarm",
                    alert.firedAt().getEpochSecond(),
                    name + " " + day(alert.firedAt()));
            if (alert.resolvedAt() != null) {
                panel.rule("c dashed", alert.resolvedAt().getEpochSecond());
            }
        }
    }

    private static boolean held(Alert alert) {
        return alert.state() == AlertState.SUPPRESSED;
    }

    private static String day(Instant at) {
        return DAY.format(at);
    }

    private static String length(Duration length) {
        if (length.toHours() < 1) {
            return length.toMinutes() + " minutes";
        }
        if (length.toHours() < 24) {
            return length.toHours() == 1 ? "an hour" : length.toHours() + " hours";
        }
        return length.toDays() == 1 ? "a day" : length.toDays() + " days";
    }
}
