package io.throughline.taggers.student;

import io.throughline.model.SentimentLabel;
import io.throughline.taggers.linear.Example;
import io.throughline.taggers.text.Features;
import io.throughline.taggers.text.SentimentFeatures;
import io.throughline.taggers.text.Tokens;
import io.throughline.taggers.train.LabelCount;
import io.throughline.taggers.train.LabelShares;
import io.throughline.taggers.train.TrainingData;
import io.throughline.taggers.train.TrainingText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Training texts as examples, each text once: of two alike the first counts.
 *
 * <p>A text with a rating is an example without it and, at a quarter of the weight, one with it: so
 * the model learns to read ratings without forgetting to read words.
 *
 * @param examples in the order of the texts
 * @param files for each example the number of the file it is from
 */
record Lessons(List<Example> examples, List<Integer> files) {

    private static final double RATED = 0.25;

    static Lessons of(TrainingData<StudentSettings> data) {
        Map<SentimentLabel, Double> factors =
                LabelShares.factors(data.texts(), data.manifest().settings().shares());
        Lessons lessons = new Lessons(new ArrayList<>(), new ArrayList<>());
        Set<Features> seen = new HashSet<>();
        int file = 0;
        long left = data.counts().get(0).texts();
        for (TrainingText text : data.texts()) {
            while (left == 0) {
                LabelCount next = data.counts().get(++file);
                left = next.texts();
            }
            left--;
            Tokens tokens = Tokens.of(text.text());
            if (tokens.saySomething() && seen.add(SentimentFeatures.of(tokens, null))) {
                lessons.add(text, tokens, text.weight() * factors.get(text.label()), file);
            }
        }
        return lessons;
    }

    private void add(TrainingText text, Tokens tokens, double weight, int file) {
        double[] target = {
            text.target().negative(), text.target().neutral(), text.target().positive()
        };
        boolean rated = text.rating() != null;
        examples.add(
                new Example(
                        SentimentFeatures.of(tokens, null),
                        target,
                        rated ? weight * (1 - RATED) : weight));
        files.add(file);
        if (rated) {
            examples.add(
                    new Example(
                            SentimentFeatures.of(tokens, text.rating()), target, weight * RATED));
            files.add(file);
        }
    }
}
