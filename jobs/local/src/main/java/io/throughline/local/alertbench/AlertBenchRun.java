package io.throughline.local.alertbench;

import io.throughline.domain.detect.rival.Rival;
import io.throughline.local.alertbench.SyntheticSource.Shape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A whole run of the kit: every source at every volume, seed by seed. */
public final class AlertBenchRun {

    /** Of the seeds, those that other budgets are tried on too. */
    private static final int CURVE_PART = 4;

    private static final double ROBUSTNESS_PER_HOUR = 10;

    private final BenchPlan plan;
    private final List<Rival> rivals;
    private final List<StreamSource> replayed;
    private final Listener listener;
    private final Map<Case, Tally> tallies = new TreeMap<>(CaseOrder.BY_ALL);

    /** Is told how far it is. */
    public interface Listener {
        void at(String what, long done, long total);

        /** A source is through; what there is so far. */
        void through(BenchOutcome soFar);
    }

    AlertBenchRun(
            BenchPlan plan, List<Rival> rivals, List<StreamSource> replayed, Listener listener) {
        this.plan = plan;
        this.rivals = rivals;
        this.replayed = replayed;
        this.listener = listener;
    }

    /** Runs everything; the same plan gives the same figures. */
    public static BenchOutcome run(
            BenchPlan plan, List<Rival> rivals, List<StreamSource> replayed, Listener listener) {
        return new AlertBenchRun(plan, rivals, replayed, listener).run();
    }

    /**
     * What looks like a drop and is none, as a table in Markdown.
     *
     * @param outcome of the streams, on which the rivals are tuned
     */
    public static String robustness(BenchOutcome outcome, List<Rival> rivals, Listener listener) {
        return new Robustness(outcome, rivals, ROBUSTNESS_PER_HOUR, outcome.plan().seeds())
                .table(listener);
    }

    private BenchOutcome run() {
        List<StreamSource> sources = sources();
        long total = (long) sources.size() * plan.seeds();
        long done = 0;
        List<StreamSource> through = new ArrayList<>();
        for (StreamSource source : sources) {
            AlertBench bench = new AlertBench(rivals);
            Times times = Times.of(source.perHour(), plan.quiet());
            List<Scenario.Change> changes =
                    source.id().equals("plain") ? Scenario.all() : Scenario.usual();
            for (int seed = 1; seed <= plan.seeds(); seed++) {
                listener.at(
                        source.id() + " " + BenchTables.number(source.perHour()) + "/h",
                        done++,
                        total);
                boolean curve = (seed - 1) % CURVE_PART == 0;
                bench.run(source, times, changes, detectors(source, curve), seed);
            }
            tallies.putAll(bench.tallies());
            through.add(source);
            listener.through(new BenchOutcome(plan, through, tallies));
        }
        return new BenchOutcome(plan, sources, tallies);
    }

    private List<StreamSource> sources() {
        List<StreamSource> sources = new ArrayList<>();
        for (double perHour : plan.perHour()) {
            for (Shape shape : Shape.values()) {
                SyntheticSource source = new SyntheticSource(shape, perHour);
                if (plan.has(source.id())) {
                    sources.add(source);
                }
            }
        }
        replayed.stream().filter(one -> plan.has(one.id())).forEach(sources::add);
        return sources;
    }

    /** With and without the gate; other budgets on one channel, on a part of the seeds. */
    private List<DetectorSetting> detectors(StreamSource source, boolean curve) {
        List<DetectorSetting> settings = new ArrayList<>();
        Duration usual = plan.budgets().get(0);
        settings.add(DetectorSetting.gated(usual));
        settings.add(DetectorSetting.ungated(usual));
        if (curve && (source.id().equals("plain") || source.id().equals("bursts"))) {
            plan.budgets().stream().skip(1).map(DetectorSetting::gated).forEach(settings::add);
        }
        return settings;
    }
}
