package io.throughline.domain.watch;

import io.throughline.alert.AlertRules;
import io.throughline.alert.Direction;
import io.throughline.alert.Figures;

/**
 * What would end an alert on sentiment, in one sentence with numbers. A return is shown by a sum of
 * log-likelihood ratios that passes ln 100; the sentence divides that by what one piece of feedback
 * adds when all is as it was.
 */
final class Resolution {

    private static final double SHOWN = Math.log(100);

    private Resolution() {}

    /** Of an alert on sentiment. */
    static String of(Direction direction, Figures figures, AlertRules rules, double dispersion) {
        return sentiment(direction, figures.expected(), rules, dispersion);
    }

    private static String sentiment(
            Direction direction, double expected, AlertRules rules, double dispersion) {
        double share = direction == Direction.DROP ? expected : 1 - expected;
        double ratio = rules.oddsRatio();
        double step = Math.log(1 - share + ratio * share) - share * Math.log(ratio);
        long needed =
                Math.max(
                        rules.leastFeedback(),
                        Math.round(SHOWN * Math.max(1, dispersion) / Math.max(step, 1e-3)));
        return "Ends when about %d more pieces of feedback look like the baseline of %d %% negative, or when somebody accepts the new level."
                .formatted(rounded(needed), Math.round(100 * expected));
    }

    /** To two digits: more would say more than is known. */
    private static long rounded(long count) {
        long unit = 1;
        while (count / unit >= 100) {
            unit *= 10;
        }
        return Math.round((double) count / unit) * unit;
    }
}
