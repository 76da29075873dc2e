package io.throughline.local.backtest;

import io.throughline.domain.detect.numeric.NumericDetector;
import io.throughline.domain.detect.numeric.NumericSettings;
import io.throughline.domain.detect.numeric.Reading;
import io.throughline.json.JsonWriter;
import io.throughline.local.picture.Axis;
import io.throughline.local.picture.Panel;
import io.throughline.local.picture.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A series of numbers through the numeric detector. Each reading that fires is an alert of its own,
 * held against what the series was like before it, and open until that is back.
 */
public final class NumericBacktest {

    private static final double WEEK_SECONDS = Duration.ofDays(7).toSeconds();
    private static final int VALUES = 320;
    private static final int SCORES = 170;

    private final List<Reading> readings = new ArrayList<>();
    private final List<NumericAlert> alerts = new ArrayList<>();

    private NumericBacktest() {}

    /** Runs the points, which are in the order of their time. */
    public static NumericBacktest run(List<Point> points) {
        NumericBacktest run = new NumericBacktest();
        NumericDetector detector = new NumericDetector(NumericSettings.DEFAULT);
        points.forEach(point -> run.take(detector.next(point.at(), point.value()), detector));
        return run;
    }

    private void take(Reading reading, NumericDetector detector) {
        readings.add(reading);
        alerts.forEach(alert -> alert.next(reading));
        if (reading.fires().isPresent()) {
            alerts.add(new NumericAlert(reading, readings.size(), detector.former().orElseThrow()));
        }
    }

    /** A JSON object for each reading that fires. */
    public List<String> lines() {
        return alerts.stream().map(NumericAlert::line).toList();
    }

    /** The last line. */
    public String summary(long rejected) {
        int needed = NumericSettings.DEFAULT.leastReadings();
        Duration watched =
                readings.size() <= needed
                        ? Duration.ZERO
                        : Duration.between(
                                readings.get(needed).at(), readings.get(readings.size() - 1).at());
        return JsonWriter.object(
                line ->
                        line.object(
                                "summary",
                                out ->
                                        out.object(
                                                        "stages",
                                                        all ->
                                                                all.object(
                                                                        RowReader.ALL,
                                                                        one ->
                                                                                stage(
                                                                                        one, needed,
                                                                                        watched)))
                                                .number("rejected", rejected)));
    }

    private void stage(JsonWriter out, int needed, Duration watched) {
        out.text("status", readings.size() > needed ? "ready" : "learning")
                .number("n", readings.size())
                .number("needed", needed)
                .number("alerts", alerts.size())
                .number("open", alerts.stream().filter(NumericAlert::open).count())
                .number("stageWeeks", watched.toSeconds() / WEEK_SECONDS);
    }

    /** Writes the series as a picture, with the incidents that people know of. */
    public Path picture(Path directory, List<Incident> incidents) throws IOException {
        Files.createDirectories(directory);
        Picture picture =
                new Picture(
                        "series",
                        String.format(
                                Locale.ROOT,
                                "%,d readings, %d alerts",
                                readings.size(),
                                alerts.size()));
        double low = readings.stream().mapToDouble(Reading::value).min().orElse(0);
        double high = readings.stream().mapToDouble(Reading::value).max().orElse(1);
        Instant from = readings.get(0).at();
        Instant to = readings.get(readings.size() - 1).at();
        Axis time = Axis.time(from, to);
        Panel values = picture.panel(VALUES, time, Axis.linear("value", low, high));
        for (Incident incident : incidents) {
            values.span(
                    "known",
                    incident.from().getEpochSecond(),
                    incident.until().getEpochSecond(),
                    incident.name());
        }
        double[] times = readings.stream().mapToDouble(one -> one.at().getEpochSecond()).toArray();
        values.polyline("a", times, readings.stream().mapToDouble(Reading::value).toArray())
                .polyline(
                        "ref dashed",
                        times,
                        readings.stream().mapToDouble(Reading::expected).toArray())
                .key("a", "", 0, "value")
                .key("ref", "dashed", 1, "expected")
                .key("alarm", "", 2, "alert")
                .key("c", "dashed", 3, "resolved");
        Panel scores = picture.panel(SCORES, time, Axis.linear("score", 0, 1));
        scores.polyline("d", times, readings.stream().mapToDouble(Reading::score).toArray())
                .level("alarm dashed", 0.5)
                .key("d", "", 0, "score")
                .key("alarm", "dashed", 1, "threshold");
        alerts.forEach(alert -> alert.mark(values));
        return Files.writeString(directory.resolve("index.html"), Pictures.page(picture.svg()));
    }
}
