package io.throughline.taggers.evaluate;

import io.throughline.domain.tagging.SentimentTagger;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Trains an engine's model again, leaving files out. */
@FunctionalInterface
public interface Retraining {

    /** Trains nothing. */
    Retraining NONE = (engine, without) -> Optional.empty();

    /**
     * A tagger whose model has not seen those files.
     *
     * @param engine id
     * @param without ids of the files in the model's training list
     * @return empty when models of this engine cannot be trained here
     * @throws IOException when the training fails
     */
    Optional<SentimentTagger> train(String engine, Set<String> without) throws IOException;
}
