package io.throughline.domain.tagging;

import java.util.List;

/**
 * What a tagger's model was made of, for taggers that can say it: a {@link SentimentTagger} or
 * {@link StageTagger} implements it too.
 *
 * <p>A score on texts that the model learnt from says nothing about texts it has not seen, so an
 * evaluation prints this list beside the scores.
 */
public interface TrainedModel {

    /** Version of the model, as it stands on the tags. */
    String model();

    /** Version with a hash, where models of one's own can have the same version. */
    default String fingerprint() {
        return model();
    }

    /**
     * Every file whose texts the model has seen in training, with labels or without; empty when it
     * was not trained, as with rules.
     */
    List<TrainingSource> trainedOn();
}
