package io.throughline.domain.watch;

import io.throughline.alert.AlertRules;
import io.throughline.alert.Direction;
import io.throughline.alert.Figures;
import java.util.Locale;

/**
 * What would end an alert, in one sentence with numbers. A return is shown by a sum of
 * log-likelihood ratios that passes ln 100; the sentence divides that by what one piece of
 * feedback, or one hour, adds when all is as it was.
 */
final class Resolution {

    private static final double SHOWN = Math.log(100);
    private static final double MOST_HOURS = 24 * 28;

    private Resolution() {}

    /**
     * @param perDay feedback that is due in a day
     */
    static String of(
            Direction direction,
            Figures figures,
            double perDay,
            AlertRules rules,
            double dispersion) {
        return switch (direction) {
            case DROP, RISE -> sentiment(direction, figures.expected(), rules, dispersion);
            case VOLUME_SURGE, VOLUME_COLLAPSE -> volume(figures, perDay);
        };
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

    private static String volume(Figures figures, double perDay) {
        double rate = perDay / HourCounts.DAY;
        double seen = figures.observed() / Math.max(1e-9, figures.expected());
        double ratio =
                seen > 1
                        ? Math.max(VolumeDetector.SURGE, Math.min(3, seen))
                        : Math.min(1 / VolumeDetector.SURGE, Math.max(1.0 / 3, seen));
        double step = rate * (ratio - 1 - Math.log(ratio));
        double needed = Math.min(MOST_HOURS, Math.max(1, SHOWN / Math.max(step, 1e-9)));
        return "Ends when feedback comes as usual, about %s a day, for about %s, or when somebody accepts the new level."
                .formatted(shown(perDay), hours(Math.round(Math.ceil(needed))));
    }

    private static String hours(long hours) {
        return hours == 1 ? "an hour" : hours + " hours";
    }

    private static String shown(double rate) {
        return rate < 10
                ? String.format(Locale.ROOT, "%.1f", rate)
                : Long.toString(Math.round(rate));
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
