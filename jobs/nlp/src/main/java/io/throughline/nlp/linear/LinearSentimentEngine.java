package io.throughline.nlp.linear;

import io.throughline.domain.tagging.EngineUnavailableException;
import io.throughline.domain.tagging.SentimentEngine;
import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.nlp.TrainedOn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The default sentiment engine: a linear model on Stanford CoreNLP's tokens, in the jar.
 *
 * <p>The system property {@code throughline.sentiment.model} or the environment variable {@code
 * THROUGHLINE_SENTIMENT_MODEL} names the file of another model, as the training writes it.
 */
public final class LinearSentimentEngine implements SentimentEngine {

    static final String ID = "corenlp-linear";

    /** The model in the jar. */
    public static final String RESOURCE = "/models/corenlp-linear-v1.bin.gz";

    private static final String CARD = "/models/corenlp-linear-v1.json";
    private static final String ENDING = ".bin.gz";
    private static final String PROPERTY = "throughline.sentiment.model";
    private static final String VARIABLE = "THROUGHLINE_SENTIMENT_MODEL";

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
                    LinearModelFile.read(bytes(file)),
                    file == null ? TrainedOn.inJar(CARD) : TrainedOn.beside(Path.of(file), ENDING));
        } catch (IOException e) {
            throw new EngineUnavailableException(
                    "the sentiment model "
                            + (file == null ? RESOURCE + " in the jar" : file)
                            + " cannot be read ("
                            + e.getMessage()
                            + "); train one with './throughline train --data DIR', or unset "
                            + VARIABLE,
                    e);
        }
    }

    private static byte[] bytes(String file) throws IOException {
        if (file != null) {
            return Files.readAllBytes(Path.of(file));
        }
        try (InputStream in = LinearSentimentEngine.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException("it is not there");
            }
            return in.readAllBytes();
        }
    }

    /** Loads once a JVM; a failure is not kept, so that a mended file is found. */
    private static final class Holder {

        private static LinearSentimentTagger tagger;

        static synchronized LinearSentimentTagger instance() {
            if (tagger == null) {
                tagger = load(System.getProperty(PROPERTY, System.getenv(VARIABLE)));
            }
            return tagger;
        }
    }
}
