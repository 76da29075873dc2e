package io.throughline.taggers.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.taggers.evaluate.Trial.Knowledge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a benchmark of the taggers found.
 *
 * @param candidate engine that the promises are of
 * @param promises each with what was found
 * @param engines each engine with its scores by group of sets
 * @param trials which model tagged which set, and whether it had seen texts of it
 * @param timesAsFast by engine, by slower engine: how many times as fast, on the same texts in the
 *     same rounds
 * @param missing sets whose files were not there
 */
public record BenchReport(
        String candidate,
        List<Promise> promises,
        List<EngineReport> engines,
        List<Trial> trials,
        Map<String, Map<String, Double>> timesAsFast,
        List<String> missing) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RULES = "vader";
    private static final String CORENLP = "corenlp-";

    /** Engines that speed is promised against, and how many times as fast. */
    private static final Map<String, Double> SLOWER =
            new LinkedHashMap<>(Map.of("corenlp-stock", 500.0, "corenlp-rntn", 50.0));

    static BenchReport of(
            BenchPlan plan,
            String candidate,
            List<EngineReport> engines,
            List<Trial> trials,
            SpeedRace race,
            List<String> missing) {
        Map<String, Map<String, Double>> times = new LinkedHashMap<>();
        for (String engine : race.rates().keySet()) {
            Map<String, Double> than = new LinkedHashMap<>();
            for (String other : race.rates().keySet()) {
                if (!other.equals(engine)) {
                    than.put(other, race.ratio(engine, other));
                }
            }
            times.put(engine, than);
        }
        List<Promise> promises = new ArrayList<>();
        find(engines, candidate)
                .ifPresent(
                        report -> {
                            promises.addAll(targets(plan, report, trials));
                            promises.addAll(notBelow(plan, report, engines, trials));
                        });
        promises.addAll(speeds(times));
        return new BenchReport(candidate, promises, engines, trials, times, missing);
    }

    private static List<Promise> targets(BenchPlan plan, EngineReport report, List<Trial> trials) {
        List<Promise> promises = new ArrayList<>();
        for (BenchTarget target : plan.targets().values()) {
            Scores scores = report.domains().get(target.group());
            if (scores == null || !isFair(trials, report.engine(), target.group())) {
                continue;
            }
            promises.add(
                    Promise.atLeast(
                            report.engine() + " on " + target.group() + ": accuracy",
                            target.accuracy(),
                            scores.accuracyOfAll()));
            if (target.macroF1() > 0) {
                promises.add(
                        Promise.atLeast(
                                report.engine() + " on " + target.group() + ": macro-F1",
                                target.macroF1(),
                                scores.macroF1()));
            }
        }
        return promises;
    }

    /** On no set below another engine; rules may win where they were made for the set. */
    private static List<Promise> notBelow(
            BenchPlan plan, EngineReport report, List<EngineReport> engines, List<Trial> trials) {
        List<Promise> promises = new ArrayList<>();
        for (EngineReport other : engines) {
            if (!other.engine().startsWith(CORENLP) && !other.engine().equals(RULES)) {
                continue;
            }
            for (String group : report.domains().keySet()) {
                BenchTarget target = plan.targets().get(group);
                boolean spared =
                        other.engine().equals(RULES) && target != null && target.rulesMayWin();
                if (!spared
                        && other.domains().containsKey(group)
                        && isFair(trials, report.engine(), group)
                        && isFair(trials, other.engine(), group)) {
                    promises.add(
                            Promise.atLeast(
                                    report.engine()
                                            + " on "
                                            + group
                                            + ": accuracy of "
                                            + other.engine(),
                                    other.domains().get(group).accuracyOfAll(),
                                    report.domains().get(group).accuracyOfAll()));
                }
            }
        }
        return promises;
    }

    private static List<Promise> speeds(Map<String, Map<String, Double>> times) {
        List<Promise> promises = new ArrayList<>();
        Map<String, Double> fast = times.getOrDefault("student", Map.of());
        SLOWER.forEach(
                (engine, due) -> {
                    if (fast.containsKey(engine)) {
                        promises.add(
                                new Promise(
                                        "student: times as fast as " + engine,
                                        Markup.format("%,.0f", due),
                                        Markup.format("%,.0f", fast.get(engine)),
                                        fast.get(engine) >= due));
                    }
                });
        return promises;
    }

    /** Whether no model of the engine that tagged the group had learnt from its texts. */
    private static boolean isFair(List<Trial> trials, String engine, String group) {
        return trials.stream()
                .filter(trial -> trial.engine().equals(engine) && trial.group().equals(group))
                .noneMatch(trial -> trial.knowledge() == Knowledge.SEEN);
    }

    private static Optional<EngineReport> find(List<EngineReport> engines, String id) {
        return engines.stream().filter(engine -> engine.engine().equals(id)).findFirst();
    }

    /** As one line of JSON. */
    public String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers and texts can be written", e);
        }
    }

    /** As tables for people. */
    public String table() {
        return BenchTable.of(this);
    }
}
