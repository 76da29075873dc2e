package io.throughline.nlp.linear;

import io.throughline.nlp.Feeling;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Weights of features for the three labels, and how to turn them into probabilities.
 *
 * @param version such as {@code corenlp-linear-v1}
 * @param temperature divides the scores before the softmax; above 1 makes the model less sure
 * @param weights by feature: negative, neutral, positive; sorted
 */
public record LinearModel(String version, double temperature, SortedMap<String, float[]> weights) {

    public LinearModel {
        weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
    }

    /** Probabilities of the labels given the features. */
    static Feeling feeling(Map<String, float[]> weights, double temperature, Set<String> features) {
        double negative = 0;
        double neutral = 0;
        double positive = 0;
        for (String feature : features) {
            float[] weight = weights.get(feature);
            if (weight != null) {
                negative += weight[0];
                neutral += weight[1];
                positive += weight[2];
            }
        }
        return Feeling.ofScores(
                negative / temperature, neutral / temperature, positive / temperature);
    }
}
