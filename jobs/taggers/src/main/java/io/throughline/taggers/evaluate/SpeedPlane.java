package io.throughline.taggers.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Accuracy against speed, a spot for each engine: up and to the right is better. */
final class SpeedPlane {

    private static final int LINE = 14;
    private static final int LETTER = 7;
    private static final double RIGHT_END = 430;

    /**
     * An engine on the plane.
     *
     * @param colour number of its colour
     */
    record Spot(String engine, int colour, double speed, double accuracy, Interval interval) {}

    private SpeedPlane() {}

    static String svg(List<Spot> spots) {
        if (spots.isEmpty()) {
            return "";
        }
        double least = spots.stream().mapToDouble(Spot::speed).min().orElseThrow();
        double most = spots.stream().mapToDouble(Spot::speed).max().orElseThrow();
        double lowest = spots.stream().mapToDouble(s -> s.interval().low()).min().orElseThrow();
        Chart chart =
                new Chart(
                        "Accuracy against speed",
                        Axis.powersOfTen("records per CPU-second of one thread", least, most),
                        Axis.share("accuracy", Math.floor(Math.min(0.9, lowest) * 10) / 10));
        for (Spot spot : spots) {
            chart.between(
                    "whisker c" + spot.colour(),
                    spot.speed(),
                    spot.interval().low(),
                    spot.speed(),
                    spot.interval().high());
            chart.spot(
                    "spot c" + spot.colour(),
                    spot.speed(),
                    spot.accuracy(),
                    6,
                    Markup.format(
                            "%s: accuracy %s, %,.0f records per CPU-second",
                            spot.engine(), Markup.figure(spot.accuracy()), spot.speed()));
        }
        names(chart, spots);
        return chart.svg();
    }

    /** Writes names beside the spots, from the top down, none over another. */
    private static void names(Chart chart, List<Spot> spots) {
        List<double[]> taken = new ArrayList<>();
        List<Spot> down =
                spots.stream()
                        .sorted(Comparator.comparingDouble(Spot::accuracy).reversed())
                        .toList();
        for (Spot spot : down) {
            double width = spot.engine().length() * LETTER;
            boolean left = chart.x(spot.speed()) + width + 10 > RIGHT_END;
            double from = left ? chart.x(spot.speed()) - 10 - width : chart.x(spot.speed()) + 10;
            double at = chart.y(spot.accuracy()) + 4;
            for (double[] other : taken) {
                if (from < other[1] && from + width > other[0] && at < other[2] + LINE) {
                    at = other[2] + LINE;
                }
            }
            taken.add(new double[] {from, from + width, at});
            chart.text(
                    "name", left ? from + width : from, at, left ? "end" : "start", spot.engine());
        }
    }
}
