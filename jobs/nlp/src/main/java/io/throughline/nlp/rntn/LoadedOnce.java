package io.throughline.nlp.rntn;

import io.throughline.domain.tagging.EngineUnavailableException;
import io.throughline.domain.tagging.SentimentTagger;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Loads a tagger once a JVM; a failure is not kept, so that files fetched meanwhile are found. */
final class LoadedOnce {

    private final String engine;
    private final List<String> entries;
    private final Function<Path, SentimentTagger> loader;
    private SentimentTagger tagger;

    /**
     * @param entries of {@link RntnModels} that it needs
     * @param loader makes the tagger out of the directory that holds them
     */
    LoadedOnce(String engine, List<String> entries, Function<Path, SentimentTagger> loader) {
        this.engine = engine;
        this.entries = entries;
        this.loader = loader;
    }

    /**
     * The tagger.
     *
     * @throws EngineUnavailableException when files are missing or cannot be loaded
     */
    synchronized SentimentTagger tagger() {
        if (tagger == null) {
            tagger = load(RntnModels.directory());
        }
        return tagger;
    }

    private SentimentTagger load(Path directory) {
        List<String> missing = RntnModels.missing(directory, entries);
        if (!missing.isEmpty()) {
            throw new EngineUnavailableException(RntnModels.advice(engine, missing, directory));
        }
        try {
            return loader.apply(directory);
        } catch (RuntimeException e) {
            throw new EngineUnavailableException(
                    "the models in "
                            + directory
                            + " cannot be loaded ("
                            + e.getMessage()
                            + "); delete the directory and fetch them again",
                    e);
        }
    }
}
