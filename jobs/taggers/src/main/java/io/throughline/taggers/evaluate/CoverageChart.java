package io.throughline.taggers.evaluate;

import java.util.List;

/** Accuracy of the surest answers, from all of them on the right to a tenth on the left. */
final class CoverageChart {

    /** An engine in the chart. */
    record Series(String engine, int colour, List<CoveragePoint> curve) {}

    private CoverageChart() {}

    static String svg(List<Series> all) {
        double lowest =
                all.stream()
                        .flatMap(series -> series.curve().stream())
                        .mapToDouble(CoveragePoint::accuracy)
                        .min()
                        .orElse(0);
        Chart chart =
                new Chart(
                        "Accuracy of the surest answers",
                        Axis.share("surest share of the rows", 0),
                        Axis.share("accuracy", Math.floor(Math.min(0.9, lowest) * 10) / 10));
        for (Series series : all) {
            StringBuilder points = new StringBuilder();
            series.curve()
                    .forEach(
                            point ->
                                    points.append(
                                            chart.pixels(point.coverage(), point.accuracy())));
            chart.path("curve c" + series.colour(), points.toString());
            for (CoveragePoint point : series.curve()) {
                chart.spot(
                        "spot c" + series.colour(),
                        point.coverage(),
                        point.accuracy(),
                        3,
                        Markup.format(
                                "%s: surest %.0f %%, accuracy %s, confidence from %s",
                                series.engine(),
                                point.coverage() * 100,
                                Markup.figure(point.accuracy()),
                                Markup.figure(point.confidence())));
            }
        }
        return chart.svg();
    }
}
