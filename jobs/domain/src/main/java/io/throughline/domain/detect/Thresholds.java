package io.throughline.domain.detect;

import io.throughline.alert.AlertRules;
import java.time.Duration;

/** Thresholds that keep the budget of false alarms. */
final class Thresholds {

    private static final Duration PERMANENT = Duration.ofDays(28);
    private static final double CHANCE = 0.05;

    /** Part of the budget that is used: what is not simulated, above all drift, needs some. */
    private static final double AIM = 0.78;

    /** Where the gate alone keeps the budget, S has still to show something. */
    private static final double LEAST = 3;

    private static final double SECONDS_AN_HOUR = 3600;

    private Thresholds() {}

    /**
     * For a change.
     *
     * @param share expected, of what the direction looks for
     * @param volume independent observations an hour
     * @param known independent observations that the share rests on
     */
    static Limits ofChange(AlertRules rules, double share, double volume, double known) {
        Limits solved = ThresholdGrid.at(setting(rules, share, volume, known));
        return new Limits(Math.max(LEAST, solved.threshold()), solved.limit());
    }

    /** Solves beforehand what {@link #ofChange} needs for all shares between the two. */
    static void prepare(
            AlertRules rules, double least, double greatest, double volume, double known) {
        ThresholdGrid.prepare(setting(rules, least, volume, known), greatest);
    }

    private static RuleSetting setting(
            AlertRules rules, double share, double volume, double known) {
        double outcomes = volume * rules.budget().toSeconds() / SECONDS_AN_HOUR;
        double windows = (double) rules.budget().toSeconds() / rules.window().toSeconds();
        return new RuleSetting(
                share,
                rules.oddsRatio(),
                rules.delta(),
                rules.leastFeedback(),
                Math.max(1, outcomes) / AIM,
                known,
                windows);
    }

    /**
     * For the return from a level that odds of {@code ratio} times those expected have: a change
     * that lasts for 28 days is taken for over with a chance of one in twenty.
     */
    static double ofReturn(double share, double volume, double ratio) {
        double outcomes = Math.max(50, volume * PERMANENT.toHours() / CHANCE);
        return ReturnTable.threshold(1 - Score.shifted(share, ratio), ratio, outcomes);
    }
}
