package io.throughline.taggers.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How near a text is to what a map says customers say at each stage.
 *
 * <p>A feature counts the more, the fewer stages have it, not the fewer examples: what many
 * examples of one stage say is typical of it. Two measures: the cosine to the nearest example, and
 * what the stage's features add up to over all its examples.
 */
final class Examples {

    private record Posting(int example, double value) {}

    /** Per stage: cosine to its nearest example, and share of the text's features it explains. */
    record Nearness(double[] nearest, double[] evidence) {}

    private static final double UNKNOWN = 0.5;

    private final int stages;
    private final List<Integer> stageOfExample = new ArrayList<>();
    private final Map<String, List<Posting>> postings = new HashMap<>();
    private final Map<String, double[]> evidence = new HashMap<>();
    private final Map<String, Double> importance = new HashMap<>();

    /** Texts by stage, in the order of the stages. */
    Examples(List<List<String>> texts) {
        this.stages = texts.size();
        List<List<Map<String, Double>>> features = new ArrayList<>();
        Map<String, Set<Integer>> stagesWith = new HashMap<>();
        for (int stage = 0; stage < stages; stage++) {
            List<Map<String, Double>> ofStage = new ArrayList<>();
            for (String text : texts.get(stage)) {
                Map<String, Double> some = StageWords.of(text.toLowerCase(Locale.ROOT));
                ofStage.add(some);
                for (String feature : some.keySet()) {
                    stagesWith.computeIfAbsent(feature, f -> new HashSet<>()).add(stage);
                }
            }
            features.add(ofStage);
        }
        stagesWith.forEach(
                (feature, with) -> importance.put(feature, Math.log((1.0 + stages) / with.size())));
        for (int stage = 0; stage < stages; stage++) {
            for (Map<String, Double> some : features.get(stage)) {
                learn(stage, features.get(stage).size(), some);
            }
        }
        evidence.values().forEach(Examples::normalise);
    }

    Nearness to(Map<String, Double> features) {
        double[] products = new double[stageOfExample.size()];
        double[] explained = new double[stages];
        double square = 0;
        double total = 0;
        for (Map.Entry<String, Double> entry : features.entrySet()) {
            String feature = entry.getKey();
            Double weight = importance.get(feature);
            double value = entry.getValue() * (weight == null ? UNKNOWN : weight);
            square += value * value;
            if (weight == null) {
                continue;
            }
            total += value;
            for (Posting posting : postings.get(feature)) {
                products[posting.example] += posting.value * value;
            }
            double[] shares = evidence.get(feature);
            for (int stage = 0; stage < stages; stage++) {
                explained[stage] += shares[stage] * value;
            }
        }
        double[] nearest = new double[stages];
        double length = Math.sqrt(square);
        for (int example = 0; example < products.length; example++) {
            int stage = stageOfExample.get(example);
            double cosine = length == 0 ? 0 : products[example] / length;
            nearest[stage] = Math.max(nearest[stage], cosine);
        }
        for (int stage = 0; stage < stages; stage++) {
            explained[stage] = total == 0 ? 0 : explained[stage];
        }
        return new Nearness(nearest, explained);
    }

    private void learn(int stage, int examplesOfStage, Map<String, Double> features) {
        int example = stageOfExample.size();
        stageOfExample.add(stage);
        double square = 0;
        for (Map.Entry<String, Double> entry : features.entrySet()) {
            double value = entry.getValue() * importance.get(entry.getKey());
            square += value * value;
        }
        double length = Math.max(1e-9, Math.sqrt(square));
        for (Map.Entry<String, Double> entry : features.entrySet()) {
            double value = entry.getValue() * importance.get(entry.getKey()) / length;
            postings.computeIfAbsent(entry.getKey(), f -> new ArrayList<>())
                    .add(new Posting(example, value));
            evidence.computeIfAbsent(entry.getKey(), f -> new double[stages])[stage] +=
                    1.0 / examplesOfStage;
        }
    }

    private static void normalise(double[] shares) {
        double total = 0;
        for (double share : shares) {
            total += share;
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= total;
        }
    }
}
