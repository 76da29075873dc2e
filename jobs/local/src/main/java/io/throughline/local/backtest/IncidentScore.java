package io.throughline.local.backtest;

import io.throughline.alert.Alert;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How the alerts of a backtest agree with what people know to have happened.
 *
 * @param found in the order of the incidents
 * @param falseAlarms alerts that are of no incident
 * @param stageWeeks for which stages were watched
 */
public record IncidentScore(List<Found> found, List<Alert> falseAlarms, double stageWeeks) {

    /**
     * An incident and the alerts of it.
     *
     * @param delay from its begin to its first alert; empty when it was missed
     */
    public record Found(Incident incident, long alerts, Optional<Duration> delay) {}

    public IncidentScore {
        found = List.copyOf(found);
        falseAlarms = List.copyOf(falseAlarms);
    }

    /** Holds the alerts that nothing held back against the incidents. */
    public static IncidentScore of(BacktestResult result, List<Incident> incidents) {
        List<Found> found = new ArrayList<>();
        for (Incident incident : incidents) {
            List<Alert> own = result.raised().stream().filter(incident::explains).toList();
            found.add(
                    new Found(
                            incident,
                            own.size(),
                            own.stream()
                                    .map(
                                            alert ->
                                                    Duration.between(
                                                            incident.from(), alert.firedAt()))
                                    .min(Comparator.naturalOrder())));
        }
        List<Alert> unexplained =
                result.raised().stream()
                        .filter(alert -> incidents.stream().noneMatch(one -> one.explains(alert)))
                        .toList();
        double weeks = result.stages().stream().mapToDouble(StageRecord::weeksWatched).sum();
        return new IncidentScore(found, unexplained, weeks);
    }

    /** False alarms a stage and week; not finite when nothing was watched. */
    double falseAlarmsPerStageWeek() {
        return falseAlarms.size() / stageWeeks;
    }

    /** Incidents without an alert. */
    long missed() {
        return found.stream().filter(one -> one.delay().isEmpty()).count();
    }

    /** Median delay in hours over the incidents that were found; empty when none was. */
    Optional<Double> medianDelayHours() {
        List<Double> hours =
                found.stream()
                        .flatMap(one -> one.delay().stream())
                        .map(delay -> delay.toSeconds() / 3600.0)
                        .sorted()
                        .toList();
        if (hours.isEmpty()) {
            return Optional.empty();
        }
        int middle = hours.size() / 2;
        return Optional.of(
                hours.size() % 2 == 1
                        ? hours.get(middle)
                        : (hours.get(middle - 1) + hours.get(middle)) / 2);
    }
}
