package io.throughline.local.alertbench;

import io.throughline.alert.AlertRules;
import io.throughline.domain.detect.WindowSums;
import io.throughline.domain.detect.rival.Rival;
import io.throughline.local.alertbench.Scenario.Change;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Lets the detector and its rivals watch the same streams, with and without a change, seed by seed.
 */
public final class AlertBench {

    private static final double WEEK = Duration.ofDays(7).toSeconds();
    private static final double HOUR = 3600;

    private final List<Rival> rivals;
    private final Map<Case, Tally> tallies = new TreeMap<>(CaseOrder.BY_ALL);

    AlertBench(List<Rival> rivals) {
        this.rivals = List.copyOf(rivals);
    }

    /** Everything that has been found out so far. */
    Map<Case, Tally> tallies() {
        return tallies;
    }

    /** One seed of a source: a stream without a change, and one with each. */
    void run(
            StreamSource source,
            Times times,
            List<Change> changes,
            List<DetectorSetting> detectors,
            long seed) {
        List<Snapshot> snapshots = quiet(source, times, detectors, seed);
        for (Change change : changes) {
            changed(source, times, change, seed, snapshots);
        }
    }

    private List<Snapshot> quiet(
            StreamSource source, Times times, List<DetectorSetting> detectors, long seed) {
        WindowStream stream = source.open(times, Optional.empty(), seed);
        List<DetectorRun> runs = new ArrayList<>();
        for (DetectorSetting setting : detectors) {
            runs.add(DetectorRun.quiet(setting.rules(), times));
        }
        List<RivalSweep> sweeps = sweeps(times.watchFrom(), Long.MAX_VALUE, Long.MAX_VALUE);
        List<Snapshot> snapshots = new ArrayList<>();
        while (stream.position() < times.quietUntil() || snapshots.isEmpty()) {
            WindowSums window = stream.next();
            long end = stream.position();
            runs.forEach(run -> run.next(window, end));
            sweeps.forEach(sweep -> sweep.next(window, end));
            if (end == times.changeAt()) {
                for (int i = 0; i < runs.size(); i++) {
                    DetectorRun run = runs.get(i);
                    snapshots.add(new Snapshot(detectors.get(i), run.state(), run.open()));
                }
            }
        }
        String scenario = source.id() + "/null";
        for (int i = 0; i < runs.size(); i++) {
            DetectorRun run = runs.get(i);
            Tally tally = tally(source, scenario, detectors.get(i));
            tally.quiet(run.falseAlarms(), run.quiet() / WEEK);
            tally.open(run.openFor() / HOUR);
        }
        double weeks = (times.quietUntil() - times.watchFrom()) / WEEK;
        forRivals(
                source,
                scenario,
                sweeps,
                (alarms, tally) -> tally.quiet(alarms.falseAlarms(), weeks));
        return snapshots;
    }

    private void changed(
            StreamSource source, Times times, Change change, long seed, List<Snapshot> before) {
        WindowStream stream = source.open(times, Optional.of(change), seed);
        List<RivalSweep> sweeps = sweeps(times.watchFrom(), times.changeAt(), times.changeUntil());
        while (stream.position() < times.changeAt()) {
            WindowSums window = stream.next();
            long end = stream.position();
            sweeps.forEach(sweep -> sweep.next(window, end));
        }
        List<DetectorRun> runs = new ArrayList<>();
        for (Snapshot snapshot : before) {
            AlertRules rules = snapshot.setting().rules();
            runs.add(DetectorRun.changed(snapshot.state(), snapshot.open(), rules, times));
        }
        while (stream.position() < times.end() && !over(stream, times, runs)) {
            WindowSums window = stream.next();
            long end = stream.position();
            runs.forEach(run -> run.next(window, end));
            if (end <= times.changeUntil()) {
                sweeps.forEach(sweep -> sweep.next(window, end));
            }
        }
        String scenario = source.id() + "/" + change.id();
        for (int i = 0; i < runs.size(); i++) {
            if (!runs.get(i).openAtChange()) {
                detected(tally(source, scenario, before.get(i).setting()), runs.get(i));
            }
        }
        forRivals(source, scenario, sweeps, AlertBench::detected);
    }

    private static boolean over(WindowStream stream, Times times, List<DetectorRun> runs) {
        return stream.position() > times.changeUntil() && runs.stream().allMatch(DetectorRun::over);
    }

    private static void detected(Tally tally, DetectorRun run) {
        if (run.delay() == DetectorRun.NONE) {
            tally.missed();
            return;
        }
        tally.found(run.delay() / HOUR, run.alarmsOfTheChange());
        OptionalLong after = run.resolvedAfter();
        if (after.isPresent()) {
            tally.resolved(after.getAsLong() / HOUR);
        } else {
            tally.neverResolved();
        }
    }

    private static void detected(Alarms alarms, Tally tally) {
        if (alarms.delay() == Alarms.NONE) {
            tally.missed();
        } else {
            tally.found(alarms.delay() / HOUR, alarms.alarmsOfTheChange());
        }
    }

    private List<RivalSweep> sweeps(long from, long changeAt, long changeUntil) {
        return rivals.stream()
                .map(
                        rival ->
                                new RivalSweep(
                                        rival,
                                        AlertRules.DEFAULT.window(),
                                        from,
                                        changeAt,
                                        changeUntil))
                .toList();
    }

    private void forRivals(
            StreamSource source, String scenario, List<RivalSweep> sweeps, Heard heard) {
        for (int i = 0; i < sweeps.size(); i++) {
            Rival rival = rivals.get(i);
            double[] thresholds = rival.thresholds();
            for (int level = 0; level < thresholds.length; level++) {
                Case one =
                        new Case(
                                scenario,
                                source.perHour(),
                                rival.id(),
                                rival.setting(),
                                thresholds[level]);
                heard.of(sweeps.get(i).at(level), tallies.computeIfAbsent(one, c -> new Tally()));
            }
        }
    }

    private Tally tally(StreamSource source, String scenario, DetectorSetting setting) {
        return tallies.computeIfAbsent(
                new Case(
                        scenario,
                        source.perHour(),
                        Case.THROUGHLINE,
                        setting.name(),
                        setting.budgetWeeks()),
                one -> new Tally());
    }

    private interface Heard {
        void of(Alarms alarms, Tally tally);
    }

    /** The state of a detector when the change is about to begin. */
    private record Snapshot(DetectorSetting setting, byte[] state, boolean open) {}
}
