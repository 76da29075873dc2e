package io.throughline.domain.detect;

import io.throughline.alert.Direction;
import io.throughline.alert.Onset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * When the change began, from the likelihood over change points.
 *
 * <p>Every window may be the first after the change. Its likelihood ratio is that of all windows
 * from it on, averaged over sizes of the change; any time before is as likely as any other, so a
 * window counts by the time since the one before it. The interval holds the likeliest windows with
 * 95 % of the mass, and all between them.
 */
final class ChangePoint {

    private static final double[] RATIOS = {1.5, 2, 3, 4.5, 7, 11};
    private static final double MASS = 0.95;

    private ChangePoint() {}

    /**
     * @param latest begin of the last window that it may have begun with; those after tell how it
     *     went on
     */
    static Onset of(
            Collection<ScoredWindow> windows,
            Direction direction,
            long windowSeconds,
            long latest) {
        List<ScoredWindow> judged = new ArrayList<>();
        windows.stream().filter(ScoredWindow::judged).forEach(judged::add);
        int candidates = (int) judged.stream().filter(window -> window.start() <= latest).count();
        double[] likelihood = Arrays.copyOf(likelihood(judged, direction), candidates);
        double[] mass = new double[likelihood.length];
        double all = 0;
        int best = 0;
        for (int i = 0; i < mass.length; i++) {
            long gap = i == 0 ? windowSeconds : judged.get(i).start() - judged.get(i - 1).start();
            mass[i] = likelihood[i] * gap;
            all += mass[i];
            best = likelihood[i] > likelihood[best] ? i : best;
        }
        double least = leastOf(mass, likelihood, all);
        int first = best;
        int last = best;
        for (int i = 0; i < mass.length; i++) {
            if (likelihood[i] >= least) {
                first = Math.min(first, i);
                last = Math.max(last, i);
            }
        }
        long earliest =
                first == 0 ? judged.get(0).start() : judged.get(first - 1).start() + windowSeconds;
        return new Onset(
                Instant.ofEpochSecond(judged.get(best).start()),
                Instant.ofEpochSecond(Math.min(earliest, judged.get(best).start())),
                Instant.ofEpochSecond(judged.get(last).start() + windowSeconds));
    }

    /** Least likelihood of the likeliest windows that hold the mass. */
    private static double leastOf(double[] mass, double[] likelihood, double all) {
        Integer[] order = new Integer[mass.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Arrays.sort(order, (a, b) -> Double.compare(likelihood[b], likelihood[a]));
        double held = 0;
        for (int i : order) {
            held += mass[i];
            if (held >= MASS * all) {
                return likelihood[i];
            }
        }
        return 0;
    }

    private static double[] likelihood(List<ScoredWindow> windows, Direction direction) {
        double[][] logs = new double[RATIOS.length][windows.size()];
        double greatest = Double.NEGATIVE_INFINITY;
        for (int r = 0; r < RATIOS.length; r++) {
            double sum = 0;
            for (int i = windows.size() - 1; i >= 0; i--) {
                sum += windows.get(i).score(direction, RATIOS[r]);
                logs[r][i] = sum;
                greatest = Math.max(greatest, sum);
            }
        }
        double[] likelihood = new double[windows.size()];
        for (double[] log : logs) {
            for (int i = 0; i < likelihood.length; i++) {
                likelihood[i] += StrictMath.exp(log[i] - greatest);
            }
        }
        return likelihood;
    }
}
