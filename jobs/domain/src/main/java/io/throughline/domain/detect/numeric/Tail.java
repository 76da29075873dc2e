package io.throughline.domain.detect.numeric;

import java.util.Arrays;

/**
 * How rare a number is, from the greatest of those seen before: above a high quantile the chance of
 * a still greater one falls off exponentially, with the mean excess of the tail as its scale.
 *
 * <p>This makes numbers of any unit and any distribution comparable, which is what lets one
 * threshold serve all series. It is peaks over threshold with an exponential tail (Siffer, Fouque,
 * Termier and Largouët, Anomaly Detection in Streams with Extreme Value Theory, KDD 2017, fit a
 * general one, which needs more peaks than a young series has).
 */
final class Tail {

    /** The tail is fitted anew after so many numbers. */
    private static final int REFIT = 20;

    /** Of the distance from the median to the 90 % quantile: the least scale of a tail. */
    private static final double LEAST_SCALE = 0.2;

    private static final double TINY = 1e-9;

    private final double share;
    private final int least;
    private final History history;
    private int sinceFit = REFIT;
    private double edge;
    private double scale;
    private double mass;

    Tail(double share, int memory, int least) {
        this.share = share;
        this.least = least;
        this.history = new History(memory);
    }

    /** Takes a number and gives minus the decimal logarithm of its chance; 0 below the tail. */
    double next(double number) {
        double surprise = 0;
        if (history.size() >= least) {
            if (sinceFit++ >= REFIT) {
                fit(history.copy());
                sinceFit = 1;
            }
            if (number > edge) {
                surprise = (number - edge) / scale / Math.log(10) - Math.log10(mass);
            }
        }
        history.add(number);
        return surprise;
    }

    private void fit(double[] seen) {
        Arrays.sort(seen);
        int first = Math.min(seen.length - 1, (int) ((1 - share) * seen.length));
        edge = seen[first];
        double excess = 0;
        int above = 0;
        for (int i = first; i < seen.length; i++) {
            if (seen[i] > edge) {
                excess += seen[i] - edge;
                above++;
            }
        }
        mass = (above + 1.0) / (seen.length + 1);
        double mean = above == 0 ? 0 : excess / above;
        double spread = quantile(seen, 0.9) - quantile(seen, 0.5);
        scale = Math.max(Math.max(mean, LEAST_SCALE * spread), TINY);
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) (share * sorted.length)];
    }
}
