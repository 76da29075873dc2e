package io.throughline.local.alertbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Contestants side by side on one source: what delay each has at the same rate of false alarms, its
 * best setting and threshold taken.
 *
 * @param source id of the source
 * @param change id of the change
 */
record Comparison(Map<Case, Tally> tallies, String source, double perHour, String change) {

    /**
     * A contestant at one of its thresholds.
     *
     * @param rate false alarms a stage and week
     * @param delay mean delay in hours, what was missed counted as long as the change lasted
     */
    record Point(Case one, double rate, double delay, Tally quiet, Tally changed) {}

    /** Every point of a contestant, its settings all together, by rate. */
    List<Point> points(String contestant, double changeHours) {
        List<Point> points = new ArrayList<>();
        tallies.forEach(
                (one, tally) -> {
                    if (one.contestant().equals(contestant)
                            && one.perHour() == perHour
                            && one.scenario().equals(source + "/" + change)) {
                        Tally quiet = tallies.get(withScenario(one, source + "/null"));
                        if (quiet != null && tally.trials() > 0) {
                            points.add(
                                    new Point(
                                            one,
                                            quiet.rate().value(),
                                            tally.restrictedMean(changeHours),
                                            quiet,
                                            tally));
                        }
                    }
                });
        points.sort(Comparator.comparingDouble(Point::rate).thenComparingDouble(Point::delay));
        return points;
    }

    /** The least delay that a contestant has at a rate that is not above the given one. */
    Optional<Point> best(String contestant, double rate, double changeHours) {
        return points(contestant, changeHours).stream()
                .filter(point -> point.rate() <= rate)
                .min(Comparator.comparingDouble(Point::delay));
    }

    /** Points that no other of the contestant beats in both rate and delay, by rate. */
    List<Point> frontier(String contestant, double changeHours) {
        List<Point> frontier = new ArrayList<>();
        double least = Double.POSITIVE_INFINITY;
        for (Point point : points(contestant, changeHours)) {
            if (point.delay() < least) {
                frontier.add(point);
                least = point.delay();
            }
        }
        return frontier;
    }

    /** Everybody who took part, in the order of their names. */
    List<String> contestants() {
        Map<String, Boolean> names = new TreeMap<>();
        tallies.keySet().forEach(one -> names.put(one.contestant(), true));
        return List.copyOf(names.keySet());
    }

    static Case withScenario(Case one, String scenario) {
        return new Case(scenario, one.perHour(), one.contestant(), one.setting(), one.level());
    }
}
