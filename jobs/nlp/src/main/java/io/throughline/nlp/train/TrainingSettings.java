package io.throughline.nlp.train;

import io.throughline.model.SentimentLabel;
import io.throughline.yaml.YamlMap;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the classifier is trained.
 *
 * @param seed chooses rows where a source has more than it may use
 * @param sigma width of the Gaussian prior on weights; smaller is smoother
 * @param tolerance relative improvement at which the optimiser stops
 * @param iterations at most
 * @param leastTexts a feature must be in as many texts
 * @param leastWeight features whose weights are all smaller are left out of the file
 * @param temperature divides scores before probabilities are made of them; above 1 is less sure
 * @param shares of the labels in the total weight; sum to 1
 */
public record TrainingSettings(
        long seed,
        double sigma,
        double tolerance,
        int iterations,
        int leastTexts,
        double leastWeight,
        double temperature,
        Map<SentimentLabel, Double> shares) {

    public TrainingSettings {
        shares = new EnumMap<>(shares);
    }

    /** What is used for a plain set of labelled texts. */
    public static TrainingSettings defaults() {
        return new TrainingSettings(1, 0.5, 1e-4, 100, 2, 0.02, 1.0, even());
    }

    static TrainingSettings read(Optional<YamlMap> given) {
        TrainingSettings defaults = defaults();
        if (given.isEmpty()) {
            return defaults;
        }
        YamlMap map = given.get();
        map.only(
                "seed",
                "sigma",
                "tolerance",
                "iterations",
                "leastTexts",
                "leastWeight",
                "temperature",
                "shares");
        return new TrainingSettings(
                map.integer("seed").orElse(defaults.seed),
                map.number("sigma").orElse(defaults.sigma),
                map.number("tolerance").orElse(defaults.tolerance),
                map.integer("iterations").map(Math::toIntExact).orElse(defaults.iterations),
                map.integer("leastTexts").map(Math::toIntExact).orElse(defaults.leastTexts),
                map.number("leastWeight").orElse(defaults.leastWeight),
                map.number("temperature").orElse(defaults.temperature),
                map.map("shares").map(TrainingSettings::shares).orElse(defaults.shares));
    }

    private static Map<SentimentLabel, Double> shares(YamlMap map) {
        map.only("negative", "neutral", "positive");
        Map<SentimentLabel, Double> shares = even();
        double total = 0;
        for (SentimentLabel label : SentimentLabel.values()) {
            shares.put(label, map.number(label.id()).orElse(0.0));
            total += shares.get(label);
        }
        if (Math.abs(total - 1) > 1e-6) {
            map.error("negative", "the shares of the three labels must sum to 1, not " + total);
        }
        return shares;
    }

    private static Map<SentimentLabel, Double> even() {
        Map<SentimentLabel, Double> even = new EnumMap<>(SentimentLabel.class);
        for (SentimentLabel label : SentimentLabel.values()) {
            even.put(label, 1.0 / 3);
        }
        return even;
    }
}
