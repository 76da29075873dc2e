package io.throughline.local.alertbench;

import io.throughline.alert.AlertRules;
import java.time.Duration;

/**
 * The detector under some rules.
 *
 * @param name {@code gate}, or {@code no gate}
 */
record DetectorSetting(String name, AlertRules rules) {

    static final String GATE = "gate";
    static final String NO_GATE = "no gate";

    private static final double WEEK_SECONDS = Duration.ofDays(7).toSeconds();

    /** With what ships, save the budget. */
    static DetectorSetting gated(Duration budget) {
        return new DetectorSetting(GATE, AlertRules.DEFAULT.withBudget(budget));
    }

    /** Without the least change of the share that is worth an alert. */
    static DetectorSetting ungated(Duration budget) {
        return new DetectorSetting(NO_GATE, AlertRules.DEFAULT.withBudget(budget).withDelta(0));
    }

    double budgetWeeks() {
        return rules.budget().toSeconds() / WEEK_SECONDS;
    }
}
