package io.throughline.taggers.linear;

/** Probabilities from scores, the same on every machine. */
final class Softmax {

    private Softmax() {}

    /** Replaces scores by probabilities. */
    static void apply(double[] scores, double temperature) {
        double highest = scores[0];
        for (double score : scores) {
            highest = Math.max(highest, score);
        }
        double sum = 0;
        for (int k = 0; k < scores.length; k++) {
            scores[k] = StrictMath.exp((scores[k] - highest) / temperature);
            sum += scores[k];
        }
        for (int k = 0; k < scores.length; k++) {
            scores[k] /= sum;
        }
    }
}
