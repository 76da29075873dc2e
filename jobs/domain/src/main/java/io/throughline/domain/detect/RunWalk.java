package io.throughline.domain.detect;

import io.throughline.measure.Interval;
import java.util.SplittableRandom;

/** Simulates single runs of S from 0 until it is back at 0, window by window. */
final class RunWalk {

    /** Windows of five minutes in the six hours of the fast path. */
    static final int FAST_WINDOWS = 72;

    private final RuleSetting setting;
    private final SplittableRandom random;
    private final double hit;
    private final double miss;
    private final double none;
    private int[] counts = new int[256];
    private int[] hits = new int[256];

    RunWalk(RuleSetting setting, SplittableRandom random) {
        this.setting = setting;
        this.random = random;
        this.hit = Score.of(1, 1, setting.share(), setting.ratio());
        this.miss = Score.of(0, 1, setting.share(), setting.ratio());
        this.none = StrictMath.exp(-setting.perWindow());
    }

    /** A run in which outcomes have another share than the true one. */
    RunSample.Run out(double truth, double share, double greatest, int longest) {
        RunSample.Run run = new RunSample.Run();
        double logHit = StrictMath.log(share / truth);
        double logMiss = StrictMath.log((1 - share) / (1 - truth));
        boolean fastPath = setting.hasFastPath(FAST_WINDOWS);
        double s = 0;
        double before = 0;
        double ratio = 0;
        double best = 0;
        double bestFast = Double.NEGATIVE_INFINITY;
        int n = 0;
        int allHits = 0;
        for (int window = 0; n < longest; window++) {
            int count = count();
            int found = found(count, share);
            remember(window, count, found);
            n += count;
            allHits += found;
            s += found * hit + (count - found) * miss;
            ratio += found * logHit + (count - found) * logMiss;
            if (s <= 0 || best >= greatest) {
                return run;
            }
            double twice = Math.min(before, s);
            before = s;
            double fast = fastPath ? fast(window) : Double.NEGATIVE_INFINITY;
            if ((twice > best || fast > bestFast) && open(n, allHits, window)) {
                best = Math.max(best, twice);
                bestFast = Math.max(bestFast, fast);
                run.reached(twice, fast, ratio);
            }
        }
        return run;
    }

    /** Observations of a run in control. */
    int length(double truth, double greatest, int longest) {
        double s = 0;
        int n = 0;
        while (n < longest) {
            int count = count();
            int found = found(count, truth);
            n += count;
            s += found * hit + (count - found) * miss;
            if (s <= 0 || s >= greatest) {
                break;
            }
        }
        return n;
    }

    private boolean open(int n, int allHits, int window) {
        if (n < setting.least() || window < 1) {
            return false;
        }
        if (setting.delta() == 0) {
            return true;
        }
        double share = (double) allHits / n;
        return share - setting.share() > setting.delta()
                && Interval.newcombe(share, n, setting.share(), setting.known(), Gate.ONE_SIDED_95)
                                .low()
                        > setting.delta();
    }

    private double fast(int window) {
        int n = 0;
        int found = 0;
        for (int i = window; i >= 0 && i > window - FAST_WINDOWS; i--) {
            n += counts[i];
            found += hits[i];
            if (n >= setting.least()) {
                double p = setting.share();
                return (found - n * p) / StrictMath.sqrt(n * p * (1 - p));
            }
        }
        return Double.NEGATIVE_INFINITY;
    }

    private void remember(int window, int count, int found) {
        if (window == counts.length) {
            counts = java.util.Arrays.copyOf(counts, 2 * window);
            hits = java.util.Arrays.copyOf(hits, 2 * window);
        }
        counts[window] = count;
        hits[window] = found;
    }

    /** Observations of a window that has any: Poisson, without 0. */
    private int count() {
        double mean = setting.perWindow();
        if (mean < 0.01) {
            return 1;
        }
        if (mean > 30) {
            return (int) Math.max(1, Math.round(mean + StrictMath.sqrt(mean) * normal()));
        }
        double at = none + random.nextDouble() * (1 - none);
        double chance = none;
        double sum = none;
        int count = 0;
        while (sum < at && count < 10 * mean + 50) {
            count++;
            chance *= mean / count;
            sum += chance;
        }
        return Math.max(1, count);
    }

    private double normal() {
        return NormalQuantile.of(Math.max(1e-12, random.nextDouble()));
    }

    private int found(int count, double share) {
        int found = 0;
        for (int i = 0; i < count; i++) {
            found += random.nextDouble() < share ? 1 : 0;
        }
        return found;
    }
}
