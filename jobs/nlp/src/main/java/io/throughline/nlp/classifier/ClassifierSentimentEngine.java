package io.throughline.nlp.classifier;

import io.throughline.domain.tagging.EngineUnavailableException;
import io.throughline.domain.tagging.SentimentEngine;
import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.nlp.ModelSource;
import io.throughline.nlp.linear.LinearModel;
import io.throughline.nlp.linear.LinearModelFile;
import java.io.IOException;
import java.nio.file.Path;

/**
 * CoreNLP's own text classifier: its features, its optimiser, its scores; the model is in the jar.
 *
 * <p>The system property {@code throughline.classifier.model} or the environment variable {@code
 * THROUGHLINE_CLASSIFIER_MODEL} names the file of another model, as the training writes it.
 */
public final class ClassifierSentimentEngine implements SentimentEngine {

    static final String ID = "corenlp-classifier";

    private static final ModelSource SOURCE =
            new ModelSource(
                    ID, ID + "-v1", "throughline.classifier.model", "THROUGHLINE_CLASSIFIER_MODEL");

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
    static ClassifierSentimentTagger load(String file) {
        try {
            LinearModel model = LinearModelFile.read(SOURCE.bytes(file));
            if (!model.weights().containsKey(ClassifierFeatures.CONSTANT)) {
                throw new IOException("it is a model of another engine");
            }
            return new ClassifierSentimentTagger(model, SOURCE.sources(file));
        } catch (IOException e) {
            throw SOURCE.unavailable(file, e);
        }
    }

    /** Loads once a JVM; a failure is not kept, so that a mended file is found. */
    private static final class Holder {

        private static ClassifierSentimentTagger tagger;

        static synchronized ClassifierSentimentTagger instance() {
            if (tagger == null) {
                tagger = load(SOURCE.named());
            }
            return tagger;
        }
    }
}
