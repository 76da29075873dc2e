package io.throughline.domain.detect;

import io.throughline.alert.AlertRules;
import io.throughline.alert.Direction;
import io.throughline.measure.Interval;

/**
 * Whether a change is large enough, and seen by enough people, to bother anybody with: enough
 * feedback, authors and windows, and the lower bound of the change past {@link AlertRules#delta}.
 *
 * <p>The bound is one-sided, 95 %: "we are 95 % sure that it is worse by more than delta".
 */
final class Gate {

    /** Standard normal quantile of a one-sided 95 % bound. */
    static final double ONE_SIDED_95 = 1.6448536269514722;

    private static final int LEAST_WINDOWS = 2;

    private Gate() {}

    static boolean lets(Span span, Direction direction, Ground ground) {
        AlertRules rules = ground.rules();
        return span.windows() >= LEAST_WINDOWS
                && span.effective() >= rules.leastFeedback()
                && span.count() >= rules.leastFeedback()
                && span.authors() >= rules.leastAuthors()
                && largeEnough(span, direction, rules, ground.baseline());
    }

    private static boolean largeEnough(
            Span span, Direction direction, AlertRules rules, Baseline baseline) {
        if (rules.delta() == 0) {
            return true;
        }
        Interval difference = span.difference(baseline, ONE_SIDED_95);
        return direction == Direction.DROP
                ? difference.low() > rules.delta()
                : difference.high() < -rules.delta();
    }
}
