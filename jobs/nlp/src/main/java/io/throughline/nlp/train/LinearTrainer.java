package io.throughline.nlp.train;

import edu.stanford.nlp.classify.LogConditionalObjectiveFunction;
import edu.stanford.nlp.classify.LogPrior;
import edu.stanford.nlp.optimization.QNMinimizer;
import io.throughline.model.SentimentLabel;
import io.throughline.nlp.CleanText;
import io.throughline.nlp.linear.LinearModel;
import io.throughline.nlp.linear.SentimentFeatures;
import io.throughline.taggers.train.TrainingText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Fits a {@link LinearModel} with CoreNLP's maximum-entropy objective and quasi-Newton optimiser.
 *
 * <p>The objective normally splits the data over as many threads as there are processors, and the
 * order of the sums, hence the weights, would depend on the machine: here it is told to use one.
 */
final class LinearTrainer {

    private static final int LABELS = SentimentLabel.values().length;
    private static final int HISTORY = 15;

    private final TrainingSettings settings;

    LinearTrainer(TrainingSettings settings) {
        this.settings = settings;
    }

    LinearModel train(String version, List<TrainingText> given) {
        List<TrainingText> texts = new ArrayList<>();
        List<Set<String>> features = new ArrayList<>();
        distinct(given)
                .forEach(
                        (clean, text) -> {
                            texts.add(text);
                            features.add(SentimentFeatures.of(clean));
                        });
        SortedMap<String, Integer> index = index(features);
        int[][] data = new int[texts.size()][];
        int[] labels = new int[texts.size()];
        for (int i = 0; i < data.length; i++) {
            data[i] = numbers(features.get(i), index);
            labels[i] = texts.get(i).label().ordinal();
        }
        double[] fitted = fit(index.size(), data, labels, weights(texts));
        return new LinearModel(version, settings.temperature(), kept(index, fitted));
    }

    /** By cleaned text; the label of the first wins. */
    private static Map<String, TrainingText> distinct(List<TrainingText> given) {
        Map<String, TrainingText> distinct = new LinkedHashMap<>();
        for (TrainingText text : given) {
            String clean = CleanText.of(text.text());
            if (!clean.isEmpty()) {
                distinct.putIfAbsent(clean, text);
            }
        }
        return distinct;
    }

    private SortedMap<String, Integer> index(List<Set<String>> features) {
        Map<String, Integer> texts = new HashMap<>();
        for (Set<String> some : features) {
            some.forEach(feature -> texts.merge(feature, 1, Integer::sum));
        }
        SortedMap<String, Integer> index = new TreeMap<>();
        texts.forEach(
                (feature, count) -> {
                    if (count >= settings.leastTexts()) {
                        index.put(feature, 0);
                    }
                });
        int next = 0;
        for (Map.Entry<String, Integer> entry : index.entrySet()) {
            entry.setValue(next++);
        }
        return index;
    }

    private static int[] numbers(Set<String> features, Map<String, Integer> index) {
        return features.stream()
                .map(index::get)
                .filter(number -> number != null)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    /** Weights that give every label its share of the whole. */
    private float[] weights(List<TrainingText> texts) {
        Map<SentimentLabel, Double> sums = new EnumMap<>(SentimentLabel.class);
        double total = 0;
        for (TrainingText text : texts) {
            sums.merge(text.label(), text.weight(), Double::sum);
            total += text.weight();
        }
        float[] weights = new float[texts.size()];
        for (int i = 0; i < weights.length; i++) {
            TrainingText text = texts.get(i);
            double share = settings.shares().get(text.label()) * total / sums.get(text.label());
            weights[i] = (float) (text.weight() * share);
        }
        return weights;
    }

    private double[] fit(int features, int[][] data, int[] labels, float[] weights) {
        LogPrior prior =
                new LogPrior(LogPrior.LogPriorType.QUADRATIC.ordinal(), settings.sigma(), 0);
        QNMinimizer minimizer = new QNMinimizer(HISTORY);
        minimizer.shutUp();
        return minimizer.minimize(
                new OneThread(features, data, labels, weights, prior),
                settings.tolerance(),
                new double[features * LABELS],
                settings.iterations());
    }

    /** Weights whose mean over the labels is 0, without those too small to matter. */
    private SortedMap<String, float[]> kept(SortedMap<String, Integer> index, double[] fitted) {
        SortedMap<String, float[]> kept = new TreeMap<>();
        index.forEach(
                (feature, number) -> {
                    double mean = 0;
                    for (int label = 0; label < LABELS; label++) {
                        mean += fitted[number * LABELS + label] / LABELS;
                    }
                    float[] weight = new float[LABELS];
                    boolean matters = false;
                    for (int label = 0; label < LABELS; label++) {
                        weight[label] = (float) (fitted[number * LABELS + label] - mean);
                        matters |= Math.abs(weight[label]) >= settings.leastWeight();
                    }
                    if (matters) {
                        kept.put(feature, weight);
                    }
                });
        return kept;
    }

    private static final class OneThread extends LogConditionalObjectiveFunction<String, String> {

        OneThread(int features, int[][] data, int[] labels, float[] weights, LogPrior prior) {
            super(features, LABELS, data, labels, weights, prior);
            parallelGradientCalculation = false;
            threads = 1;
        }
    }
}
