package io.throughline.domain.detect;

import io.throughline.alert.AlertRules;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Thresholds that keep the budget of false alarms. */
final class Thresholds {

    private static final Duration PERMANENT = Duration.ofDays(28);
    private static final double CHANCE = 0.1;

    /** Part of the budget that is used: what is not simulated, above all drift, needs some. */
    private static final double AIM = 0.78;

    /** Where the gate alone keeps the budget, S has still to show something. */
    private static final double LEAST = 3;

    private static final double SECONDS_AN_HOUR = 3600;
    private static final Map<Key, Double> RETURNS = new ConcurrentHashMap<>();

    private Thresholds() {}

    /**
     * For a change.
     *
     * @param share expected, of what the direction looks for
     * @param volume independent observations an hour
     * @param known independent observations that the share rests on
     */
    static Limits ofChange(AlertRules rules, double share, double volume, double known) {
        double outcomes = volume * rules.budget().toSeconds() / SECONDS_AN_HOUR;
        double windows = (double) rules.budget().toSeconds() / rules.window().toSeconds();
        Limits solved =
                ThresholdGrid.at(
                        new RuleSetting(
                                share,
                                rules.oddsRatio(),
                                rules.delta(),
                                rules.leastFeedback(),
                                Math.max(1, outcomes) / AIM,
                                known,
                                windows));
        return new Limits(Math.max(LEAST, solved.threshold()), solved.limit());
    }

    /**
     * For the return from a level that odds of {@code ratio} times those expected have: a change
     * that lasts for 28 days is taken for over with a chance of one in ten.
     */
    static double ofReturn(double share, double volume, double ratio) {
        double outcomes = Math.max(50, volume * PERMANENT.toHours() / CHANCE);
        Key key =
                new Key(
                        Math.round(4 * StrictMath.log(outcomes)),
                        Math.round(50 * (1 - Score.shifted(share, ratio))),
                        Math.round(10 * StrictMath.log(ratio)));
        return RETURNS.computeIfAbsent(key, Thresholds::solve);
    }

    private static double solve(Key key) {
        double p = Math.min(0.99, Math.max(0.01, key.share() / 50.0));
        return PlainCusum.threshold(
                p, StrictMath.exp(key.ratio() / 10.0), StrictMath.exp(key.outcomes() / 4.0));
    }

    private record Key(long outcomes, long share, long ratio) {}
}
