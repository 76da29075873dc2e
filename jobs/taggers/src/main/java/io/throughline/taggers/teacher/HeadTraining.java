package io.throughline.taggers.teacher;

import io.throughline.taggers.linear.Minimizer;
import java.util.Arrays;
import java.util.List;

/**
 * Fits a {@link Head}: weighted cross-entropy with soft targets and a Gaussian prior on the weights
 * of the standardised numbers.
 *
 * <p>The function is convex and its only minimum is gone down to on one thread with sums in a fixed
 * order, so the same examples give the same weights on every machine. The prior, not an early stop,
 * is what keeps the head from learning the sets by heart.
 */
final class HeadTraining {

    private static final double LEAST_DEVIATION = 1e-6;

    private final HeadSettings settings;
    private final int size;
    private final double[][] targets;
    private final double[] weights;
    private final float[][] rows;
    private final double[] means;
    private final double[] deviations;

    private HeadTraining(List<HeadExample> examples, HeadSettings settings) {
        this.settings = settings;
        size = examples.get(0).numbers().length;
        targets = examples.stream().map(HeadExample::target).toArray(double[][]::new);
        weights = weights(examples, settings.shares());
        means = new double[size];
        deviations = new double[size];
        rows = standardised(examples);
    }

    /**
     * The best head of that version for the examples.
     *
     * @throws IllegalArgumentException when there are none
     */
    static Head fit(
            String version, Blocks blocks, List<HeadExample> examples, HeadSettings settings) {
        if (examples.isEmpty()) {
            throw new IllegalArgumentException("nothing to learn from");
        }
        HeadTraining training = new HeadTraining(examples, settings);
        double[] point =
                new Minimizer(training::lossAt, Head.LABELS * (training.size + 1))
                        .minimum(
                                new double[Head.LABELS * (training.size + 1)],
                                settings.iterations(),
                                settings.tolerance());
        return training.head(version, blocks, point);
    }

    /** Weights with which every label has its share of the whole; their mean is 1. */
    private static double[] weights(List<HeadExample> examples, double[] shares) {
        double[] mass = new double[Head.LABELS];
        double total = 0;
        for (HeadExample example : examples) {
            for (int label = 0; label < Head.LABELS; label++) {
                mass[label] += example.weight() * example.target()[label];
            }
            total += example.weight();
        }
        double[] weights = new double[examples.size()];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            HeadExample example = examples.get(i);
            double share = 0;
            for (int label = 0; label < Head.LABELS; label++) {
                share +=
                        mass[label] == 0
                                ? 0
                                : example.target()[label] * shares[label] * total / mass[label];
            }
            weights[i] = example.weight() * share;
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= weights.length / sum;
        }
        return weights;
    }

    private float[][] standardised(List<HeadExample> examples) {
        for (HeadExample example : examples) {
            for (int i = 0; i < size; i++) {
                means[i] += example.numbers()[i];
            }
        }
        for (int i = 0; i < size; i++) {
            means[i] /= examples.size();
        }
        for (HeadExample example : examples) {
            for (int i = 0; i < size; i++) {
                double off = example.numbers()[i] - means[i];
                deviations[i] += off * off;
            }
        }
        for (int i = 0; i < size; i++) {
            deviations[i] = Math.sqrt(deviations[i] / examples.size()) + LEAST_DEVIATION;
        }
        float[][] standardised = new float[examples.size()][size];
        for (int row = 0; row < standardised.length; row++) {
            float[] numbers = examples.get(row).numbers();
            for (int i = 0; i < size; i++) {
                standardised[row][i] = (float) ((numbers[i] - means[i]) / deviations[i]);
            }
        }
        return standardised;
    }

    /** Loss per example and its gradient; a point is weights by label, then three biases. */
    private double lossAt(double[] point, double[] gradient) {
        Arrays.fill(gradient, 0);
        double loss = 0;
        double[] scores = new double[Head.LABELS];
        int biases = Head.LABELS * size;
        for (int row = 0; row < rows.length; row++) {
            scores(point, rows[row], scores);
            Head.softmax(scores);
            for (int label = 0; label < Head.LABELS; label++) {
                double target = targets[row][label];
                if (target > 0) {
                    loss -= weights[row] * target * StrictMath.log(Math.max(1e-300, scores[label]));
                }
                scores[label] = weights[row] * (scores[label] - target) / rows.length;
                gradient[biases + label] += scores[label];
            }
            add(gradient, rows[row], scores);
        }
        loss /= rows.length;
        for (int i = 0; i < biases; i++) {
            loss += settings.l2() / 2 * point[i] * point[i];
            gradient[i] += settings.l2() * point[i];
        }
        return loss;
    }

    private void scores(double[] point, float[] row, double[] scores) {
        double negative = point[Head.LABELS * size];
        double neutral = point[Head.LABELS * size + 1];
        double positive = point[Head.LABELS * size + 2];
        for (int i = 0; i < size; i++) {
            double number = row[i];
            negative += point[i] * number;
            neutral += point[size + i] * number;
            positive += point[2 * size + i] * number;
        }
        scores[0] = negative;
        scores[1] = neutral;
        scores[2] = positive;
    }

    private void add(double[] gradient, float[] row, double[] factors) {
        for (int i = 0; i < size; i++) {
            double number = row[i];
            gradient[i] += factors[0] * number;
            gradient[size + i] += factors[1] * number;
            gradient[2 * size + i] += factors[2] * number;
        }
    }

    /** Takes the standardisation into the weights, so that the head reads plain numbers. */
    private Head head(String version, Blocks blocks, double[] point) {
        float[][] folded = new float[Head.LABELS][size];
        float[] biases = new float[Head.LABELS];
        for (int label = 0; label < Head.LABELS; label++) {
            double bias = point[Head.LABELS * size + label];
            for (int i = 0; i < size; i++) {
                double weight = point[label * size + i] / deviations[i];
                folded[label][i] = (float) weight;
                bias -= weight * means[i];
            }
            biases[label] = (float) bias;
        }
        return new Head(version, blocks.ids(), blocks.networks(), folded, biases);
    }
}
