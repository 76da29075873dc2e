package io.throughline.taggers.teacher;

import io.throughline.domain.learning.SentimentDistribution;
import java.util.List;
import java.util.Map;

/**
 * What turns an encoder's numbers into probabilities: multinomial logistic regression.
 *
 * @param version as it stands on the tags, e.g. {@code teacher-v1}
 * @param blocks names of the blocks it reads, in order
 * @param networks sha256 by encoder: on numbers of another network its weights mean nothing
 * @param weights by label, then by number read; labels in the order negative, neutral, positive
 * @param biases by label
 */
record Head(
        String version,
        List<String> blocks,
        Map<String, String> networks,
        float[][] weights,
        float[] biases) {

    static final int LABELS = 3;

    Head {
        blocks = List.copyOf(blocks);
        networks = Map.copyOf(networks);
    }

    SentimentDistribution apply(float[] numbers) {
        double[] scores = scores(numbers);
        softmax(scores);
        return new SentimentDistribution(scores[0], scores[1], scores[2]);
    }

    /** The same head with its scores divided: above 1 it is less sure, below 1 surer. */
    Head withTemperature(double temperature) {
        float[][] divided = new float[LABELS][weights[0].length];
        float[] dividedBiases = new float[LABELS];
        for (int label = 0; label < LABELS; label++) {
            for (int i = 0; i < divided[label].length; i++) {
                divided[label][i] = (float) (weights[label][i] / temperature);
            }
            dividedBiases[label] = (float) (biases[label] / temperature);
        }
        return new Head(version, blocks, networks, divided, dividedBiases);
    }

    /** What each label scores; {@link #softmax} makes probabilities of it. */
    double[] scores(float[] numbers) {
        double[] scores = new double[LABELS];
        for (int label = 0; label < LABELS; label++) {
            double sum = biases[label];
            float[] weight = weights[label];
            for (int i = 0; i < weight.length; i++) {
                sum += (double) weight[i] * numbers[i];
            }
            scores[label] = sum;
        }
        return scores;
    }

    /** Makes probabilities of scores, in place; the same bits on every machine. */
    static void softmax(double[] scores) {
        double most = Math.max(scores[0], Math.max(scores[1], scores[2]));
        double sum = 0;
        for (int label = 0; label < LABELS; label++) {
            scores[label] = StrictMath.exp(scores[label] - most);
            sum += scores[label];
        }
        for (int label = 0; label < LABELS; label++) {
            scores[label] /= sum;
        }
    }
}
