package io.throughline.local.alertbench;

import io.throughline.local.picture.Axis;
import io.throughline.local.picture.Panel;
import io.throughline.local.picture.Picture;
import java.util.ArrayList;
import java.util.List;

/** Delay against false alarms: the farther to the lower left, the better. */
final class CurvePicture {

    private static final double LEAST_RATE = 0.005;
    private static final double MOST_RATE = 20;
    private static final int HEIGHT = 430;
    private static final List<String> STYLES = List.of("b", "c", "d", "e", "f");
    private static final List<String> DASHES = List.of("", "dashed", "dotted", "dashed", "");

    private CurvePicture() {}

    static String svg(Comparison comparison, double changeHours, double budgetRate) {
        List<String> rivals = new ArrayList<>(comparison.contestants());
        rivals.remove(Case.THROUGHLINE);
        Picture picture =
                new Picture(
                        BenchTables.format(
                                "%s, %s items an hour, %s: delay against false alarms",
                                comparison.source(),
                                BenchTables.number(comparison.perHour()),
                                comparison.change()),
                        "Each line is a contestant with its thresholds swept, its best setting at"
                                + " each rate. Lower left is better.");
        double least = changeHours;
        for (String one : comparison.contestants()) {
            for (Comparison.Point point : comparison.frontier(one, changeHours)) {
                least = point.rate() < MOST_RATE ? Math.min(least, point.delay()) : least;
            }
        }
        Panel panel =
                picture.panel(
                        HEIGHT,
                        Axis.logarithmic(
                                "false alarms a stage and week (none seen: drawn at "
                                        + LEAST_RATE
                                        + ")",
                                LEAST_RATE,
                                MOST_RATE),
                        Axis.logarithmic(
                                "mean delay in hours, missed = " + Math.round(changeHours) + " h",
                                Math.max(0.05, least * 0.8),
                                changeHours * 1.1));
        int row = 0;
        panel.key("a", "thick", row++, Case.THROUGHLINE);
        for (int i = 0; i < rivals.size(); i++) {
            String style = STYLES.get(i % STYLES.size());
            String dashes = DASHES.get(i % DASHES.size());
            line(panel, style + " " + dashes, comparison.frontier(rivals.get(i), changeHours));
            panel.key(style, dashes, row++, rivals.get(i));
        }
        List<Comparison.Point> own =
                comparison.points(Case.THROUGHLINE, changeHours).stream()
                        .filter(point -> point.one().setting().equals(DetectorSetting.GATE))
                        .toList();
        line(panel, "a thick", own);
        for (Comparison.Point point : own) {
            panel.spot(
                    "a",
                    Math.max(LEAST_RATE, point.rate()),
                    point.delay(),
                    5,
                    BenchTables.format(
                            "budget 1 per %s weeks: %.3f a week, %.1f h",
                            BenchTables.number(point.one().level()), point.rate(), point.delay()));
        }
        panel.mark("ref dotted", budgetRate, "budget: 1 per 8 weeks");
        return picture.svg();
    }

    private static void line(Panel panel, String style, List<Comparison.Point> points) {
        panel.polyline(
                style,
                points.stream().mapToDouble(p -> Math.max(LEAST_RATE, p.rate())).toArray(),
                points.stream().mapToDouble(Comparison.Point::delay).toArray());
    }
}
