package io.throughline.nlp.train;

import edu.stanford.nlp.classify.LinearClassifier;
import edu.stanford.nlp.classify.WeightedDataset;
import io.throughline.model.SentimentLabel;
import io.throughline.nlp.classifier.ClassifierFeatures;
import io.throughline.nlp.linear.LinearModel;
import io.throughline.taggers.train.TrainingText;
import java.util.Arrays;
import java.util.List;

/** Trains CoreNLP's own text classifier on weighted texts. */
final class ClassifierTrainer {

    private final TrainingSettings settings;

    ClassifierTrainer(TrainingSettings settings) {
        this.settings = settings;
    }

    LinearModel train(String version, List<TrainingText> given) {
        LabelledTexts texts = LabelledTexts.of(given, settings.shares());
        ClassifierFeatures features =
                new ClassifierFeatures(settings.sigma(), settings.tolerance());
        WeightedDataset<String, String> data = new WeightedDataset<>(texts.clean().size());
        for (int i = 0; i < texts.clean().size(); i++) {
            data.add(
                    features.of(texts.clean().get(i)).asFeatures(),
                    texts.labels().get(i).id(),
                    texts.weights()[i]);
        }
        data.applyFeatureCountThreshold(settings.leastTexts());
        return new LinearModel(
                version, settings.temperature(), kept(features.train(data)).weights());
    }

    private KeptWeights kept(LinearClassifier<String, String> classifier) {
        KeptWeights kept = new KeptWeights(settings.leastWeight());
        for (String feature : classifier.features()) {
            kept.add(
                    feature,
                    Arrays.stream(SentimentLabel.values())
                            .mapToDouble(label -> classifier.weight(feature, label.id()))
                            .toArray());
        }
        return kept;
    }
}
