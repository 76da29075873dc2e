package io.throughline.taggers.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How far accuracy and macro-F1 would move on another sample of the same size.
 *
 * <p>The percentile interval of Efron and Tibshirani, An Introduction to the Bootstrap, 1993,
 * chapter 13: rows are drawn with replacement, as many as there are, over and over, and the middle
 * 95 % of the figures is the interval. The seed is fixed: the same answers give the same intervals.
 */
final class Bootstrap {

    private static final long SEED = 20_260_101;
    private static final int MOST_SAMPLES = 1000;
    private static final int LEAST_SAMPLES = 200;
    private static final long DRAWS = 20_000_000;
    private static final double TAIL = 0.025;

    private final double[] accuracies;
    private final double[] macroF1s;

    Bootstrap(Matrix matrix, List<Answer> answers) {
        int[] cells = matrix.cellsOf(answers);
        int samples =
                (int)
                        Math.max(
                                LEAST_SAMPLES,
                                Math.min(MOST_SAMPLES, DRAWS / Math.max(1, cells.length)));
        accuracies = new double[samples];
        macroF1s = new double[samples];
        SplittableRandom random = new SplittableRandom(SEED);
        for (int sample = 0; sample < samples && cells.length > 0; sample++) {
            long[] counts = new long[matrix.size()];
            for (int draw = 0; draw < cells.length; draw++) {
                counts[cells[random.nextInt(cells.length)]]++;
            }
            Matrix drawn = matrix.with(counts);
            accuracies[sample] = drawn.accuracy();
            macroF1s[sample] = drawn.macroF1();
        }
        Arrays.sort(accuracies);
        Arrays.sort(macroF1s);
    }

    Interval accuracy() {
        return middle(accuracies);
    }

    Interval macroF1() {
        return middle(macroF1s);
    }

    private static Interval middle(double[] sorted) {
        int low = (int) Math.floor(TAIL * (sorted.length - 1));
        int high = (int) Math.ceil((1 - TAIL) * (sorted.length - 1));
        return new Interval(sorted[low], sorted[high]);
    }
}
