package io.throughline.nlp.linear;

import io.throughline.nlp.EnglishTagger;
import io.throughline.nlp.Feeling;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Judges each turn of a verbatim as a whole with a {@link LinearModel}. */
public final class LinearSentimentTagger extends EnglishTagger {

    private final Map<String, float[]> weights;
    private final double temperature;

    public LinearSentimentTagger(LinearModel model) {
        super(LinearSentimentEngine.ID, model.version());
        this.weights = new HashMap<>(model.weights());
        this.temperature = model.temperature();
    }

    @Override
    protected Optional<Feeling> judge(String text) {
        return Optional.of(LinearModel.feeling(weights, temperature, SentimentFeatures.of(text)));
    }
}
