package io.throughline.domain.watch;

import java.util.Arrays;

/**
 * Whether feedback comes at one hour of the day, as from a file with dates and no times, or from a
 * nightly export. Such a feed says nothing by the hour: it is late by an hour where clocks change,
 * and everything is missing for that time. So whether less comes than is due is told once a day, of
 * a whole day that begins and ends as far from that hour as can be.
 */
final class DailyRhythm {

    /** No hour: feedback comes at any time. */
    static final int NONE = -1;

    /** Part of a day's further feedback that is in the same hour as its first, at least. */
    private static final double TOGETHER = 0.9;

    /** Less further feedback shows no rhythm. */
    private static final int LEAST = 10;

    private static final int DAY = HourCounts.DAY;

    private DailyRhythm() {}

    /** The last hour of the day to judge, 0 to 23 UTC; {@link #NONE} where every hour is judged. */
    static int judgedHour(HourCounts counts, long until) {
        long first = Math.max(counts.begin(), until - (long) HourCounts.KEPT_DAYS * DAY);
        long further = 0;
        long together = 0;
        int[] ofHour = new int[DAY];
        for (long day = Math.floorDiv(first, DAY); day * DAY < until; day++) {
            int count = 0;
            int most = 0;
            for (long hour = Math.max(first, day * DAY);
                    hour < Math.min(until, (day + 1) * DAY);
                    hour++) {
                if (counts.learnt(hour)) {
                    int came = Math.max(0, counts.count(hour));
                    count += came;
                    most = Math.max(most, came);
                    ofHour[(int) Math.floorMod(hour, (long) DAY)] += came;
                }
            }
            if (count > 1) {
                further += count - 1;
                together += most - 1;
            }
        }
        if (further < LEAST || together < TOGETHER * further) {
            return NONE;
        }
        int loudest = Arrays.stream(ofHour).max().orElse(0);
        int hour = 0;
        while (ofHour[hour] < loudest) {
            hour++;
        }
        return (hour + DAY / 2 - 1) % DAY;
    }
}
