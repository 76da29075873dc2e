package io.throughline.local.demo;

import io.throughline.local.demo.words.Dice;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** When people write: by day rather than by night, on working days rather than at the weekend. */
final class Calendar {

    /** Where most of the customers live. */
    static final ZoneId HOME = ZoneId.of("America/New_York");

    /** How busy each hour of the day is, midnight first; 1 is the busiest. */
    private static final double[] HOURS = {
        .10, .06, .04, .04, .05, .10, .22, .42, .66, .86, .97, 1, .93, .90, .92, .94, .96, .98, .94,
        .90, .82, .64, .40, .20
    };

    private static final double WEEKEND = 0.62;

    private Calendar() {}

    /**
     * That many times within the span before the end, ascending, no two closer than {@link
     * Casting#STEP}.
     */
    static List<Instant> times(long seed, Instant end, Duration span, int count) {
        List<Instant> times = new ArrayList<>(count);
        long millis = span.minusMinutes(1).toMillis();
        for (int i = 0; i < count; i++) {
            Dice dice = Dice.of(seed, "time", i);
            Instant at;
            do {
                at = end.minus(span).plusMillis((long) (dice.fraction() * millis));
            } while (!dice.chance(busy(at)));
            times.add(at);
        }
        times.sort(null);
        for (int i = 1; i < count; i++) {
            Instant earliest = times.get(i - 1).plus(Casting.STEP);
            if (times.get(i).isBefore(earliest)) {
                times.set(i, earliest);
            }
        }
        return times;
    }

    private static double busy(Instant at) {
        ZonedDateTime local = at.atZone(HOME);
        boolean weekend =
                local.getDayOfWeek() == DayOfWeek.SATURDAY
                        || local.getDayOfWeek() == DayOfWeek.SUNDAY;
        return HOURS[local.getHour()] * (weekend ? WEEKEND : 1);
    }
}
