package io.throughline.taggers.stage;

import java.util.List;

/**
 * Multinomial logistic regression on a handful of labels: dense features, a strong penalty, a fixed
 * number of accelerated gradient steps (Nesterov), so that it is the same on every machine.
 */
final class LabelHead {

    private static final int STEPS = 200;
    private static final double PENALTY = 0.03;
    private static final int POWER_STEPS = 30;

    private final double[][] weights;
    private final double[] bias;

    private LabelHead(double[][] weights, double[] bias) {
        this.weights = weights;
        this.bias = bias;
    }

    /**
     * Learns.
     *
     * @param features of the labelled texts
     * @param targets how likely each class is; sums to 1
     */
    static LabelHead of(List<double[]> features, List<double[]> targets) {
        int dimensions = features.get(0).length;
        int classes = targets.get(0).length;
        double step = 1 / (0.55 * largestEigenvalue(features) + 0.5 + PENALTY);
        double[][] weights = new double[classes][dimensions];
        double[] bias = new double[classes];
        double[][] ahead = new double[classes][dimensions];
        double[] biasAhead = new double[classes];
        for (int t = 1; t <= STEPS; t++) {
            double[][] gradient = new double[classes][dimensions];
            double[] biasGradient = new double[classes];
            for (int i = 0; i < features.size(); i++) {
                double[] x = features.get(i);
                double[] shares = shares(ahead, biasAhead, x);
                for (int k = 0; k < classes; k++) {
                    double error = (shares[k] - targets.get(i)[k]) / features.size();
                    biasGradient[k] += error;
                    for (int d = 0; d < dimensions; d++) {
                        gradient[k][d] += error * x[d];
                    }
                }
            }
            double momentum = (t - 1.0) / (t + 2.0);
            for (int k = 0; k < classes; k++) {
                for (int d = 0; d < dimensions; d++) {
                    double next = ahead[k][d] - step * (gradient[k][d] + PENALTY * ahead[k][d]);
                    ahead[k][d] = next + momentum * (next - weights[k][d]);
                    weights[k][d] = next;
                }
                double next = biasAhead[k] - step * biasGradient[k];
                biasAhead[k] = next + momentum * (next - bias[k]);
                bias[k] = next;
            }
        }
        return new LabelHead(weights, bias);
    }

    /** How likely each class is. */
    double[] shares(double[] features) {
        return shares(weights, bias, features);
    }

    private static double[] shares(double[][] weights, double[] bias, double[] x) {
        double[] scores = new double[bias.length];
        for (int k = 0; k < scores.length; k++) {
            double sum = bias[k];
            for (int d = 0; d < x.length; d++) {
                sum += weights[k][d] * x[d];
            }
            scores[k] = sum;
        }
        return Shares.of(scores, 1);
    }

    /** Of the mean of the outer products of the features, by the power method. */
    private static double largestEigenvalue(List<double[]> features) {
        int dimensions = features.get(0).length;
        double[] vector = new double[dimensions];
        for (int d = 0; d < dimensions; d++) {
            vector[d] = 1 + (d % 7) / 7.0;
        }
        double value = 1;
        for (int step = 0; step < POWER_STEPS; step++) {
            double length = 0;
            for (double v : vector) {
                length += v * v;
            }
            length = Math.sqrt(length);
            double[] next = new double[dimensions];
            for (double[] x : features) {
                double product = 0;
                for (int d = 0; d < dimensions; d++) {
                    product += x[d] * vector[d] / length;
                }
                for (int d = 0; d < dimensions; d++) {
                    next[d] += product * x[d] / features.size();
                }
            }
            value = 0;
            for (double v : next) {
                value += v * v;
            }
            value = Math.sqrt(value);
            vector = next;
        }
        return value;
    }
}
