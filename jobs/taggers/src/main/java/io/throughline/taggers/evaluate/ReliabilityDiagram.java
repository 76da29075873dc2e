package io.throughline.taggers.evaluate;

import java.util.List;

/**
 * Accuracy by confidence: on the diagonal confidence means what it says, below it the engine
 * promises too much. The bigger the spot, the more answers.
 */
final class ReliabilityDiagram {

    private static final double BIGGEST = 9;
    private static final double SMALLEST = 2;

    /** An engine in the diagram. */
    record Series(String engine, int colour, Calibration calibration) {}

    private ReliabilityDiagram() {}

    static String svg(List<Series> all) {
        Chart chart =
                new Chart(
                        "Accuracy by confidence",
                        Axis.share("confidence", 0),
                        Axis.share("accuracy", 0));
        chart.between("ideal", 0, 0, 1, 1);
        for (Series series : all) {
            StringBuilder points = new StringBuilder();
            long answers =
                    series.calibration().bins().stream().mapToLong(Calibration.Bin::answers).sum();
            for (Calibration.Bin bin : series.calibration().bins()) {
                if (bin.answers() > 0) {
                    points.append(chart.pixels(bin.confidence(), bin.accuracy()));
                }
            }
            chart.path("curve c" + series.colour(), points.toString());
            for (Calibration.Bin bin : series.calibration().bins()) {
                if (bin.answers() > 0) {
                    chart.spot(
                            "spot c" + series.colour(),
                            bin.confidence(),
                            bin.accuracy(),
                            SMALLEST
                                    + (BIGGEST - SMALLEST)
                                            * Math.sqrt((double) bin.answers() / answers),
                            Markup.format(
                                    "%s: %,d answers at confidence %s, %s right",
                                    series.engine(),
                                    bin.answers(),
                                    Markup.figure(bin.confidence()),
                                    Markup.figure(bin.accuracy())));
                }
            }
        }
        return chart.svg();
    }
}
