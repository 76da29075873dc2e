package io.throughline.nlp.linear;

import io.throughline.domain.tagging.TrainingSource;
import io.throughline.nlp.EnglishTagger;
import io.throughline.nlp.Feeling;
import io.throughline.nlp.TrainedOn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges each turn of a verbatim as a whole with a {@link LinearModel}. */
public final class LinearSentimentTagger extends EnglishTagger {

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
    protected Optional<Feeling> judge(String text) {
        return Optional.of(LinearModel.feeling(weights, temperature, SentimentFeatures.of(text)));
    }

    @Override
    public List<TrainingSource> trainedOn() {
        return trainedOn;
    }
}
