package io.throughline.nlp.classifier;

import edu.stanford.nlp.classify.LinearClassifier;
import edu.stanford.nlp.stats.Counter;
import edu.stanford.nlp.util.HashIndex;
import edu.stanford.nlp.util.Index;
import io.throughline.domain.tagging.TrainingSource;
import io.throughline.model.SentimentLabel;
import io.throughline.nlp.Feeling;
import io.throughline.nlp.WordsTagger;
import io.throughline.nlp.linear.LinearModel;
import java.util.List;

/** Judges each turn with CoreNLP's linear classifier; a long one sentence by sentence. */
public final class ClassifierSentimentTagger extends WordsTagger {

    private final ClassifierFeatures features = ClassifierFeatures.forTagging();
    private final LinearClassifier<String, String> classifier;
    private final double temperature;
    private final List<TrainingSource> trainedOn;

    public ClassifierSentimentTagger(LinearModel model, List<TrainingSource> trainedOn) {
        super(ClassifierSentimentEngine.ID, model.version());
        this.classifier = classifier(model);
        this.temperature = model.temperature();
        this.trainedOn = List.copyOf(trainedOn);
    }

    @Override
    protected Feeling feeling(String text) {
        Counter<String> scores = classifier.scoresOf(features.of(text));
        return Feeling.ofScores(
                scores.getCount(SentimentLabel.NEGATIVE.id()) / temperature,
                scores.getCount(SentimentLabel.NEUTRAL.id()) / temperature,
                scores.getCount(SentimentLabel.POSITIVE.id()) / temperature);
    }

    @Override
    public List<TrainingSource> trainedOn() {
        return trainedOn;
    }

    private static LinearClassifier<String, String> classifier(LinearModel model) {
        Index<String> labels = new HashIndex<>();
        for (SentimentLabel label : SentimentLabel.values()) {
            labels.add(label.id());
        }
        Index<String> features = new HashIndex<>();
        double[][] weights = new double[model.weights().size()][labels.size()];
        model.weights()
                .forEach(
                        (feature, weight) -> {
                            features.add(feature);
                            double[] row = weights[features.indexOf(feature)];
                            for (int label = 0; label < row.length; label++) {
                                row[label] = weight[label];
                            }
                        });
        return new LinearClassifier<>(weights, features, labels);
    }
}
