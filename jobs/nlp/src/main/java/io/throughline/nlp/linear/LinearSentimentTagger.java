package io.throughline.nlp.linear;

import io.throughline.domain.tagging.TrainingSource;
import io.throughline.nlp.Feeling;
import io.throughline.nlp.TrainedOn;
import io.throughline.nlp.WordsTagger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Judges each turn of a verbatim with a {@link LinearModel}; a long one sentence by sentence. */
public final class LinearSentimentTagger extends WordsTagger {

    private final Map<String, float[]> weights;
    private final double temperature;
    private final List<TrainingSource> trainedOn;

    /** With a model of which nobody knows what it learnt from. */
    public LinearSentimentTagger(LinearModel model) {
        this(model, TrainedOn.UNKNOWN);
    }

    LinearSentimentTagger(LinearModel model, List<TrainingSource> trainedOn) {
        super(LinearSentimentEngine.ID, model.version());
        this.trainedOn = List.copyOf(trainedOn);
        this.weights = new HashMap<>(model.weights());
        this.temperature = model.temperature();
    }

    @Override
    protected Feeling feeling(String text) {
        return LinearModel.feeling(weights, temperature, SentimentFeatures.of(text));
    }

    @Override
    public List<TrainingSource> trainedOn() {
        return trainedOn;
    }
}
