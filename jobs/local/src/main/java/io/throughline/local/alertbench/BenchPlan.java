package io.throughline.local.alertbench;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What a run of the kit tries.
 *
 * @param seeds streams of each kind
 * @param quiet time for which a stream without a change is watched
 * @param perHour volumes of the made-up streams
 * @param scenarios ids of sources that take part; empty for all
 * @param budgets one false alarm each; the first is the usual one
 */
public record BenchPlan(
        int seeds,
        Duration quiet,
        List<Double> perHour,
        Set<String> scenarios,
        List<Duration> budgets) {

    public BenchPlan {
        perHour = List.copyOf(perHour);
        scenarios = Set.copyOf(scenarios);
        budgets = List.copyOf(budgets);
    }

    boolean has(String scenario) {
        return scenarios.isEmpty() || scenarios.contains(scenario);
    }
}
