package io.throughline.nlp.rntn;

import io.throughline.domain.tagging.EngineUnavailableException;
import io.throughline.domain.tagging.SentimentEngine;
import io.throughline.domain.tagging.SentimentTagger;
import java.nio.file.Path;

/**
 * Stanford CoreNLP's shift-reduce parser and recursive neural tensor network: about 100 times
 * slower than {@code corenlp-linear}, for those who want its phrase-level reading. Needs about 650
 * MB of heap and the files of {@link RntnModels}.
 */
public final class RntnSentimentEngine implements SentimentEngine {

    static final String ID = "corenlp-rntn";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public SentimentTagger tagger() {
        return Holder.instance();
    }

    /** Loads once a JVM; a failure is not kept, so that files fetched meanwhile are found. */
    private static final class Holder {

        private static RntnSentimentTagger tagger;

        static synchronized RntnSentimentTagger instance() {
            if (tagger == null) {
                Path directory = RntnModels.directory();
                if (!RntnModels.missing(directory).isEmpty()) {
                    throw new EngineUnavailableException(RntnModels.advice(directory));
                }
                tagger = load(directory);
            }
            return tagger;
        }

        private static RntnSentimentTagger load(Path directory) {
            try {
                return new RntnSentimentTagger(directory);
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
}
