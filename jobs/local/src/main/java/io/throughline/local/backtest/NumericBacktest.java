package io.throughline.local.backtest;

import io.throughline.domain.detect.numeric.NumericDetector;
import io.throughline.domain.detect.numeric.NumericSettings;
import io.throughline.domain.detect.numeric.Reading;
import io.throughline.json.JsonWriter;
import io.throughline.local.picture.Axis;
import io.throughline.local.picture.Panel;
import io.throughline.local.picture.Picture;
import io.throughline.model.Hashes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A series of numbers through the numeric detector. Its alerts are moments without a life of their
 * own: what it says of a reading is not taken back by later ones.
 */
public final class NumericBacktest {

    private static final double WEEK_SECONDS = Duration.ofDays(7).toSeconds();
    private static final int VALUES = 320;
    private static final int SCORES = 170;
    private static final int HASH = 32;

    private final List<Reading> readings = new ArrayList<>();

    private NumericBacktest() {}

    /** Runs the points, which are in the order of their time. */
    public static NumericBacktest run(List<Point> points) {
        NumericBacktest run = new NumericBacktest();
        NumericDetector detector = new NumericDetector(NumericSettings.DEFAULT);
        points.forEach(point -> run.readings.add(detector.next(point.at(), point.value())));
        return run;
    }

    /** A JSON object for each reading that fires. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < readings.size(); at++) {
            Reading reading = readings.get(at);
            if (reading.fires().isPresent()) {
                lines.add(line(reading, at + 1));
            }
        }
        return lines;
    }

    private static String line(Reading reading, int count) {
        String direction = reading.fires().orElseThrow().id();
        return JsonWriter.object(
                out ->
                        out.text(
                                        "id",
                                        Hashes.sha256("numeric " + direction + " " + reading.at())
                                                .substring(0, HASH))
                                .text("stage", RowReader.ALL)
                                .text("state", "firing")
                                .time("onset", reading.at())
                                .time("firedAt", reading.at())
                                .nothing("resolvedAt")
                                .text("direction", direction)
                                .number("expected", reading.expected())
                                .number("observed", reading.value())
                                .number("n", count)
                                .number("deviation", reading.deviation())
                                .number("surprise", reading.surprise())
                                .number("score", reading.score())
                                .text("rule", "numeric"));
    }

    /** The last line. */
    public String summary(long rejected) {
        long alerts = readings.stream().filter(reading -> reading.fires().isPresent()).count();
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
                                                                                        one, alerts,
                                                                                        needed,
                                                                                        watched)))
                                                .number("rejected", rejected)));
    }

    private void stage(JsonWriter out, long alerts, int needed, Duration watched) {
        out.text("status", readings.size() > needed ? "ready" : "learning")
                .number("n", readings.size())
                .number("needed", needed)
                .number("alerts", alerts)
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
                                lines().size()));
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
                .key("alarm", "", 2, "alert");
        Panel scores = picture.panel(SCORES, time, Axis.linear("score", 0, 1));
        scores.polyline("d", times, readings.stream().mapToDouble(Reading::score).toArray())
                .level("alarm dashed", 0.5)
                .key("d", "", 0, "score")
                .key("alarm", "dashed", 1, "threshold");
        for (Reading reading : readings) {
            reading.fires()
                    .ifPresent(
                            one -> values.mark("alarm", reading.at().getEpochSecond(), one.id()));
        }
        return Files.writeString(directory.resolve("index.html"), Pictures.page(picture.svg()));
    }
}
