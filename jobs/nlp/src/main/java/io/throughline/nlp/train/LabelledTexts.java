package io.throughline.nlp.train;

import io.throughline.model.SentimentLabel;
import io.throughline.nlp.CleanText;
import io.throughline.taggers.train.TrainingText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a trainer sees: cleaned texts, each once, with weights that give every label its share.
 *
 * @param clean the texts
 * @param labels of the texts
 * @param weights of the texts
 */
record LabelledTexts(List<String> clean, List<SentimentLabel> labels, float[] weights) {

    /** Of equal cleaned texts the first counts; empty ones do not. */
    static LabelledTexts of(List<TrainingText> given, Map<SentimentLabel, Double> shares) {
        Map<String, TrainingText> distinct = new LinkedHashMap<>();
        for (TrainingText text : given) {
            String clean = CleanText.of(text.text());
            if (!clean.isEmpty()) {
                distinct.putIfAbsent(clean, text);
            }
        }
        List<TrainingText> texts = List.copyOf(distinct.values());
        return new LabelledTexts(
                new ArrayList<>(distinct.keySet()),
                texts.stream().map(TrainingText::label).toList(),
                weights(texts, shares));
    }

    private static float[] weights(List<TrainingText> texts, Map<SentimentLabel, Double> shares) {
        Map<SentimentLabel, Double> sums = new EnumMap<>(SentimentLabel.class);
        double total = 0;
        for (TrainingText text : texts) {
            sums.merge(text.label(), text.weight(), Double::sum);
            total += text.weight();
        }
        float[] weights = new float[texts.size()];
        for (int i = 0; i < weights.length; i++) {
            TrainingText text = texts.get(i);
            double share = shares.get(text.label()) * total / sums.get(text.label());
            weights[i] = (float) (text.weight() * share);
        }
        return weights;
    }
}
