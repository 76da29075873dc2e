package io.throughline.local.alertbench;

import java.util.List;
import java.util.Map;

/** What came out of a run of the kit. */
public record BenchOutcome(BenchPlan plan, List<StreamSource> sources, Map<Case, Tally> tallies) {

    public BenchOutcome {
        sources = List.copyOf(sources);
    }

    /** Weeks for one false alarm, by the usual budget. */
    double budgetWeeks() {
        return DetectorSetting.gated(plan.budgets().get(0)).budgetWeeks();
    }

    Tally ours(StreamSource source, String scenario, String setting) {
        return tallies.get(
                new Case(
                        source.id() + "/" + scenario,
                        source.perHour(),
                        Case.THROUGHLINE,
                        setting,
                        budgetWeeks()));
    }
}
