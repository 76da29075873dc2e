package io.throughline.nlp.classifier;

import io.throughline.domain.tagging.EngineUnavailableException;
import io.throughline.domain.tagging.SentimentEngine;
import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.nlp.TrainedOn;
import io.throughline.nlp.linear.LinearModel;
import io.throughline.nlp.linear.LinearModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * CoreNLP's own text classifier: its features, its optimiser, its scores; the model is in the jar.
 *
 * <p>The system property {@code throughline.classifier.model} or the environment variable {@code
 * THROUGHLINE_CLASSIFIER_MODEL} names the file of another model, as the training writes it.
 */
public final class ClassifierSentimentEngine implements SentimentEngine {

    static final String ID = "corenlp-classifier";

    /** The model in the jar. */
    public static final String RESOURCE = "/models/corenlp-classifier-v1.bin.gz";

    private static final String CARD = "/models/corenlp-classifier-v1.json";
    private static final String ENDING = ".bin.gz";
    private static final String PROPERTY = "throughline.classifier.model";
    private static final String VARIABLE = "THROUGHLINE_CLASSIFIER_MODEL";

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
            LinearModel model = LinearModelFile.read(bytes(file));
            if (!model.weights().containsKey(ClassifierFeatures.CONSTANT)) {
                throw new IOException("it is a model of another engine");
            }
            return new ClassifierSentimentTagger(
                    model,
                    file == null ? TrainedOn.inJar(CARD) : TrainedOn.beside(Path.of(file), ENDING));
        } catch (IOException e) {
            throw new EngineUnavailableException(
                    "the model "
                            + (file == null ? RESOURCE + " in the jar" : file)
                            + " of "
                            + ID
                            + " cannot be read ("
                            + e.getMessage()
                            + "); train one with './throughline train --model "
                            + ID
                            + " --data DIR' and name it with "
                            + VARIABLE,
                    e);
        }
    }

    private static byte[] bytes(String file) throws IOException {
        if (file != null) {
            return Files.readAllBytes(Path.of(file));
        }
        try (InputStream in = ClassifierSentimentEngine.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException("it is not there");
            }
            return in.readAllBytes();
        }
    }

    /** Loads once a JVM; a failure is not kept, so that a mended file is found. */
    private static final class Holder {

        private static ClassifierSentimentTagger tagger;

        static synchronized ClassifierSentimentTagger instance() {
            if (tagger == null) {
                tagger = load(System.getProperty(PROPERTY, System.getenv(VARIABLE)));
            }
            return tagger;
        }
    }
}
