package io.throughline.nlp.train;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Weights whose mean over the labels is 0, without features whose weights are too small to matter.
 */
final class KeptWeights {

    private final double least;
    private final SortedMap<String, float[]> kept = new TreeMap<>();

    KeptWeights(double least) {
        this.least = least;
    }

    /** Keeps the feature unless it does not matter. */
    void add(String feature, double... fitted) {
        double mean = 0;
        for (double weight : fitted) {
            mean += weight / fitted.length;
        }
        float[] centred = new float[fitted.length];
        boolean matters = false;
        for (int label = 0; label < fitted.length; label++) {
            centred[label] = (float) (fitted[label] - mean);
            matters |= Math.abs(centred[label]) >= least;
        }
        if (matters) {
            kept.put(feature, centred);
        }
    }

    SortedMap<String, float[]> weights() {
        return kept;
    }
}
