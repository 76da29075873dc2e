package io.throughline.domain.watch;

import io.throughline.alert.AlertRules;
import io.throughline.alert.Direction;
import java.time.Duration;
import java.util.Locale;

/**
 * What would end an alert on volume, in one sentence with numbers. Where so little is due that a
 * gap which ends a surge as no-data is likelier than enough feedback to show a return, it says that
 * instead; a collapse is never ended by silence.
 */
final class VolumeResolution {

    /** Nobody plans further. */
    static final long MOST_HOURS = 365L * HourCounts.DAY;

    private static final long SPOKEN_IN_DAYS = 48;
    private static final double LIKELIER_THAN_NOT = Math.log(2);

    private VolumeResolution() {}

    /**
     * @param perDay feedback that is due in a day
     * @param hours of feedback as usual that show a return; {@link #MOST_HOURS} when they do not
     */
    static String of(Direction direction, double perDay, long hours, AlertRules rules) {
        Duration silence = rules.noDataAfter();
        if (direction == Direction.VOLUME_SURGE && gapComesFirst(perDay, hours, silence)) {
            return "Ends when no feedback comes for %s: what is usual here, %s, is too little to show a return before. Or when somebody accepts the new level."
                    .formatted(spoken(Math.max(1, silence.toHours())), amount(perDay));
        }
        return "Ends when feedback comes as usual, %s, for %s, or when somebody accepts the new level."
                .formatted(
                        amount(perDay),
                        hours >= MOST_HOURS ? "more than a year" : "about " + spoken(hours));
    }

    /** By the number of such gaps that feedback at random times has in those hours. */
    private static boolean gapComesFirst(double perDay, long hours, Duration silence) {
        double gap = (double) silence.toMinutes() / Duration.ofDays(1).toMinutes();
        double due = perDay * gap;
        double lengths = (double) hours / HourCounts.DAY / gap;
        return lengths > 1 && Math.exp(-due) * (1 + due * (lengths - 1)) > LIKELIER_THAN_NOT;
    }

    private static String spoken(long hours) {
        if (hours >= SPOKEN_IN_DAYS) {
            return Math.round((double) hours / HourCounts.DAY) + " days";
        }
        return hours == 1 ? "an hour" : hours + " hours";
    }

    private static String amount(double perDay) {
        if (perDay >= 1) {
            return "about " + number(perDay) + " a day";
        }
        double perWeek = 7 * perDay;
        return perWeek < 1 ? "less than one a week" : "about " + number(perWeek) + " a week";
    }

    private static String number(double rate) {
        return rate < 10
                ? String.format(Locale.ROOT, "%.1f", rate)
                : Long.toString(Math.round(rate));
    }
}
