package io.throughline.nlp.linear;

import io.throughline.domain.tagging.EngineUnavailableException;
import io.throughline.domain.tagging.SentimentEngine;
import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.nlp.ModelSource;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A linear model on Stanford CoreNLP's tokens, in the jar.
 *
 * <p>The system property {@code throughline.sentiment.model} or the environment variable {@code
 * THROUGHLINE_SENTIMENT_MODEL} names the file of another model, as the training writes it.
 */
public final class LinearSentimentEngine implements SentimentEngine {

    static final String ID = "corenlp-linear";

    private static final ModelSource SOURCE =
            new ModelSource(
                    ID, ID + "-v1", "throughline.sentiment.model", "THROUGHLINE_SENTIMENT_MODEL");

    /** The model in the jar. */
    public static final String RESOURCE = SOURCE.resource();

    @Override
    public String id() {
        return ID;
    }

    @Override
    public SentimentTagger tagger() {
        return Holder.instance();
    }

    /**
     * A tagger with the model in a file, as the training writes it, with its card beside it.
     *
     * @throws EngineUnavailableException when it cannot be read
     */
    public static SentimentTagger read(Path file) {
        return load(file.toString());
    }

    /** Reads a model from a file, or from the jar when {@code file} is null. */
    static LinearSentimentTagger load(String file) {
        try {
            return new LinearSentimentTagger(
                    LinearModelFile.read(SOURCE.bytes(file)), SOURCE.sources(file));
        } catch (IOException e) {
            throw SOURCE.unavailable(file, e);
        }
    }

    /** Loads once a JVM; a failure is not kept, so that a mended file is found. */
    private static final class Holder {

        private static LinearSentimentTagger tagger;

        static synchronized LinearSentimentTagger instance() {
            if (tagger == null) {
                tagger = load(SOURCE.named());
            }
            return tagger;
        }
    }
}
