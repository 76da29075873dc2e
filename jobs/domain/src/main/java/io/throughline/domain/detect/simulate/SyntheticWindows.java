package io.throughline.domain.detect.simulate;

import io.throughline.domain.detect.Cell;
import io.throughline.domain.detect.WindowSums;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** The windows of a synthetic stage in order, from a seed; null for a window without feedback. */
public final class SyntheticWindows {

    private static final long MICROS = 1_000_000;
    private static final double SECONDS_AN_HOUR = 3600;
    private static final double NOON = 1.667;
    private static final double NIGHT = 0.333;

    private final SyntheticStage stage;
    private final long windowSeconds;
    private final SplittableRandom random;
    private final double[] shares;
    private long at;
    private long hour = -1;

    public SyntheticWindows(SyntheticStage stage, Duration window, long seed) {
        this.stage = stage;
        this.windowSeconds = window.toSeconds();
        this.random = new SplittableRandom(seed);
        this.shares = new double[stage.channels().size()];
    }

    /** Seconds since the begin, of the window that comes next. */
    public long position() {
        return at;
    }

    /** The next window; null when nobody said anything in it. */
    public WindowSums next() {
        long start = at;
        at += windowSeconds;
        beginHour(start);
        double hours = windowSeconds / SECONDS_AN_HOUR;
        List<Cell> cells = new ArrayList<>(shares.length);
        for (int i = 0; i < shares.length; i++) {
            SyntheticChannel channel = stage.channels().get(i);
            double part = stage.part(channel, start);
            long count = poisson(stage.perHour() * part * rhythm(start) * hours);
            if (count > 0) {
                cells.add(cell(channel.name(), count, now(shares[i], start)));
            }
        }
        Instant begin = SyntheticStage.BEGIN.plusSeconds(start);
        return cells.isEmpty() ? null : new WindowSums(begin, cells);
    }

    private Cell cell(String channel, long count, double share) {
        long negative = 0;
        for (long i = 0; i < count; i++) {
            negative += random.nextDouble() < share ? 1 : 0;
        }
        return new Cell(channel, count, count * MICROS, negative * MICROS, 0, Set.of(), count);
    }

    private void beginHour(long start) {
        long now = (long) (start / SECONDS_AN_HOUR);
        if (now == hour) {
            return;
        }
        hour = now;
        // one draw an hour moves all channels, as one cause does
        double quantile = random.nextDouble();
        for (int i = 0; i < shares.length; i++) {
            double mean = stage.negative(stage.channels().get(i), hour);
            shares[i] =
                    stage.correlation() == 0
                            ? mean
                            : Beta.quantile(quantile, mean, stage.correlation());
        }
    }

    private double now(double share, long start) {
        long from = stage.changeAt().toSeconds();
        if (start < from || start >= stage.changeUntil().toSeconds()) {
            return share;
        }
        double ramp = stage.ramp().toSeconds();
        double grown = ramp == 0 ? 1 : Math.min(1, (start - from) / ramp);
        double ratio = StrictMath.pow(stage.oddsRatio(), grown);
        return ratio * share / (1 - share + ratio * share);
    }

    private double rhythm(long start) {
        if (!stage.dayAndNight()) {
            return 1;
        }
        double turn = 2 * Math.PI * (start / SECONDS_AN_HOUR - 12) / 24;
        return 1 + (NOON - NIGHT) / 2 * StrictMath.cos(turn);
    }

    /** By counting exponential gaps (Knuth, The Art of Computer Programming 2, 3.4.1). */
    private long poisson(double mean) {
        long count = -1;
        double sum = 0;
        while (sum <= mean) {
            sum -= StrictMath.log(1 - random.nextDouble());
            count++;
        }
        return count;
    }
}
