package io.throughline.contestants.charts;

import io.throughline.domain.detect.Cell;
import io.throughline.domain.detect.WindowSums;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Adds windows up to hours, tells the level of them, and sums the latest so many of them. */
final class Span {

    private static final long HOUR = Duration.ofHours(1).toSeconds();
    private static final long MICROS = 1_000_000;

    private final Level level;
    private final int hours;
    private final int step;
    private final long windowsAnHour;
    private final Deque<long[]> latest = new ArrayDeque<>();
    private long seen;
    private long hourCount;
    private long hourNegative;
    private long count;
    private long negative;

    /**
     * @param hours that are summed
     * @param step hours from one sum to the next
     */
    Span(Level level, int hours, int step, Duration window) {
        this.level = level;
        this.hours = hours;
        this.step = step;
        this.windowsAnHour = HOUR / window.toSeconds();
    }

    /** Takes a window in; true when a sum ends with it. */
    boolean add(WindowSums window) {
        hourCount += items(window);
        hourNegative += negatives(window);
        seen++;
        if (seen % windowsAnHour != 0) {
            return false;
        }
        level.hour(hourCount, hourNegative);
        latest.add(new long[] {hourCount, hourNegative});
        count += hourCount;
        negative += hourNegative;
        if (latest.size() > hours) {
            long[] oldest = latest.remove();
            count -= oldest[0];
            negative -= oldest[1];
        }
        hourCount = 0;
        hourNegative = 0;
        return seen / windowsAnHour % step == 0;
    }

    /** Items of the latest sum. */
    long count() {
        return count;
    }

    /** Negative ones of them. */
    long negative() {
        return negative;
    }

    static long items(WindowSums window) {
        long items = 0;
        if (window != null) {
            for (Cell cell : window.cells()) {
                items += cell.count();
            }
        }
        return items;
    }

    static long negatives(WindowSums window) {
        long micros = 0;
        if (window != null) {
            for (Cell cell : window.cells()) {
                micros += cell.negativeMicros();
            }
        }
        return micros / MICROS;
    }
}
