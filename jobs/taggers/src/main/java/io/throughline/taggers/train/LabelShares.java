package io.throughline.taggers.train;

import io.throughline.model.SentimentLabel;
import io.throughline.yaml.YamlMap;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** How much of the total weight each label gets, whatever the number of its texts. */
public final class LabelShares {

    private LabelShares() {}

    /** A third each. */
    public static Map<SentimentLabel, Double> even() {
        Map<SentimentLabel, Double> even = new EnumMap<>(SentimentLabel.class);
        for (SentimentLabel label : SentimentLabel.values()) {
            even.put(label, 1.0 / 3);
        }
        return even;
    }

    /** Reads the map {@code shares} of a manifest, noting when they do not sum to 1. */
    public static Map<SentimentLabel, Double> read(YamlMap map) {
        map.only("negative", "neutral", "positive");
        Map<SentimentLabel, Double> shares = new EnumMap<>(SentimentLabel.class);
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

    /** What to multiply the weight of a text of each label by. */
    public static Map<SentimentLabel, Double> factors(
            Collection<TrainingText> texts, Map<SentimentLabel, Double> shares) {
        Map<SentimentLabel, Double> sums = new EnumMap<>(SentimentLabel.class);
        double total = 0;
        for (TrainingText text : texts) {
            sums.merge(text.label(), text.weight(), Double::sum);
            total += text.weight();
        }
        Map<SentimentLabel, Double> factors = new EnumMap<>(SentimentLabel.class);
        for (Map.Entry<SentimentLabel, Double> sum : sums.entrySet()) {
            factors.put(sum.getKey(), shares.get(sum.getKey()) * total / sum.getValue());
        }
        return factors;
    }
}
