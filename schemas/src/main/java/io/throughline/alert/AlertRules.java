package io.throughline.alert;

import java.time.Duration;
import java.util.Objects;

/**
 * How alerts are decided: the block {@code alerts} of the configuration.
 *
 * @param budget one false alarm on sentiment drops is allowed in this time and stage; rises and
 *     volume have one each of the same size
 * @param delta share, 0 to 1, by which the lower bound of the change must pass the expectation; 0
 *     switches the gate off
 * @param halfLife in which the baseline forgets half of what it knows
 * @param oddsRatio the change that the detector is tuned for, above 1
 * @param window of event time in which feedback is summed
 * @param outOfOrderness how much later than others feedback may come and still be in time
 * @param warmUp least event time before a stage is watched
 * @param leastFeedback labelled feedback since the onset that a decision takes
 * @param leastAuthors distinct authors since the onset that a decision takes
 * @param noDataAfter an alert ends as no-data after this time without feedback
 * @param escalateAfter an alert nobody has acknowledged goes to the sponsor after this time
 */
public record AlertRules(
        Duration budget,
        double delta,
        Duration halfLife,
        double oddsRatio,
        Duration window,
        Duration outOfOrderness,
        Duration warmUp,
        int leastFeedback,
        int leastAuthors,
        Duration noDataAfter,
        Duration escalateAfter) {

    /** What holds where the configuration is silent. */
    public static final AlertRules DEFAULT =
            new AlertRules(
                    Duration.ofDays(56),
                    0.08,
                    Duration.ofDays(21),
                    2,
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(5),
                    Duration.ofDays(14),
                    30,
                    10,
                    Duration.ofDays(7),
                    Duration.ofDays(1));

    public AlertRules {
        Objects.requireNonNull(budget, "budget");
        Objects.requireNonNull(halfLife, "halfLife");
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(outOfOrderness, "outOfOrderness");
        Objects.requireNonNull(warmUp, "warmUp");
        Objects.requireNonNull(noDataAfter, "noDataAfter");
        Objects.requireNonNull(escalateAfter, "escalateAfter");
    }

    /** The same with another budget. */
    public AlertRules withBudget(Duration next) {
        return new AlertRules(
                next,
                delta,
                halfLife,
                oddsRatio,
                window,
                outOfOrderness,
                warmUp,
                leastFeedback,
                leastAuthors,
                noDataAfter,
                escalateAfter);
    }

    /** The same with another gate. */
    public AlertRules withDelta(double next) {
        return new AlertRules(
                budget,
                next,
                halfLife,
                oddsRatio,
                window,
                outOfOrderness,
                warmUp,
                leastFeedback,
                leastAuthors,
                noDataAfter,
                escalateAfter);
    }

    /** The same, tuned for another change. */
    public AlertRules withOddsRatio(double next) {
        return new AlertRules(
                budget,
                delta,
                halfLife,
                next,
                window,
                outOfOrderness,
                warmUp,
                leastFeedback,
                leastAuthors,
                noDataAfter,
                escalateAfter);
    }

    /** The same with another warm-up. */
    public AlertRules withWarmUp(Duration next) {
        return new AlertRules(
                budget,
                delta,
                halfLife,
                oddsRatio,
                window,
                outOfOrderness,
                next,
                leastFeedback,
                leastAuthors,
                noDataAfter,
                escalateAfter);
    }
}
