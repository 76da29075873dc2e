package io.throughline.nlp.train;

import edu.stanford.nlp.classify.LogConditionalObjectiveFunction;
import edu.stanford.nlp.classify.LogPrior;
import edu.stanford.nlp.optimization.QNMinimizer;
import io.throughline.model.SentimentLabel;
import io.throughline.nlp.linear.LinearModel;
import io.throughline.nlp.linear.SentimentFeatures;
import io.throughline.taggers.train.TrainingText;
import java.util.Arrays;
import java.util.HashMap;
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
        LabelledTexts texts = LabelledTexts.of(given, settings.shares());
        List<Set<String>> features = texts.clean().stream().map(SentimentFeatures::of).toList();
        SortedMap<String, Integer> index = index(features);
        int[][] data = new int[features.size()][];
        int[] labels = new int[data.length];
        for (int i = 0; i < data.length; i++) {
            data[i] = numbers(features.get(i), index);
            labels[i] = texts.labels().get(i).ordinal();
        }
        double[] fitted = fit(index.size(), data, labels, texts.weights());
        return new LinearModel(version, settings.temperature(), kept(index, fitted));
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

    private SortedMap<String, float[]> kept(SortedMap<String, Integer> index, double[] fitted) {
        KeptWeights kept = new KeptWeights(settings.leastWeight());
        index.forEach(
                (feature, number) ->
                        kept.add(
                                feature,
                                Arrays.copyOfRange(
                                        fitted, number * LABELS, (number + 1) * LABELS)));
        return kept.weights();
    }

    private static final class OneThread extends LogConditionalObjectiveFunction<String, String> {

        OneThread(int features, int[][] data, int[] labels, float[] weights, LogPrior prior) {
            super(features, LABELS, data, labels, weights, prior);
            parallelGradientCalculation = false;
            threads = 1;
        }
    }
}
