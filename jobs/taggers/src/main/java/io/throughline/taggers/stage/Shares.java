package io.throughline.taggers.stage;

/** Arithmetic on shares, which sum to 1. */
final class Shares {

    private Shares() {}

    /** The softmax of scores, the sharper the larger {@code sharpness}. */
    static double[] of(double[] scores, double sharpness) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            highest = Math.max(highest, score);
        }
        double[] shares = new double[scores.length];
        double total = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = StrictMath.exp(sharpness * (scores[i] - highest));
            total += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= total;
        }
        return shares;
    }

    /** Index of the largest; of equals the first. */
    static int best(double[] shares) {
        int best = 0;
        for (int i = 1; i < shares.length; i++) {
            best = shares[i] > shares[best] ? i : best;
        }
        return best;
    }

    /** The largest. */
    static double highest(double[] values) {
        return values[best(values)];
    }
}
