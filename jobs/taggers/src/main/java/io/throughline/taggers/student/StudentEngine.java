package io.throughline.taggers.student;

import io.throughline.domain.tagging.EngineUnavailableException;
import io.throughline.domain.tagging.ModelCards;
import io.throughline.domain.tagging.SentimentEngine;
import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.domain.tagging.TrainingSource;
import io.throughline.taggers.linear.LinearModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The fast sentiment engine: a hashed linear model in the jar.
 *
 * <p>The system property {@code throughline.student.model} or the environment variable {@code
 * THROUGHLINE_STUDENT_MODEL} names the file of another model, as the training writes it, with its
 * card beside it.
 */
public final class StudentEngine implements SentimentEngine {

    static final String ID = "student";

    /** Version of the model in the jar. */
    public static final String SHIPPED = "student-v1";

    static final String ENDING = ".bin";

    private static final String CARD_ENDING = ".json";
    private static final String PROPERTY = "throughline.student.model";
    private static final String VARIABLE = "THROUGHLINE_STUDENT_MODEL";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public SentimentTagger tagger() {
        return Holder.instance();
    }

    /**
     * The model that the engine answers with, as bytes: the one in the jar unless another is named.
     *
     * @throws EngineUnavailableException when it is not there
     */
    public static byte[] model() {
        String file = named();
        try {
            return bytes(file);
        } catch (IOException e) {
            throw unavailable(file, e);
        }
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
    static StudentTagger load(String file) {
        try {
            SentimentModel model = new SentimentModel(LinearModel.read(bytes(file)));
            return new StudentTagger(model, sources(file));
        } catch (IOException | IllegalArgumentException e) {
            throw unavailable(file, e);
        }
    }

    private static String named() {
        return System.getProperty(PROPERTY, System.getenv(VARIABLE));
    }

    private static byte[] bytes(String file) throws IOException {
        return file == null
                ? resource("/models/" + SHIPPED + ENDING)
                : Files.readAllBytes(Path.of(file));
    }

    private static List<TrainingSource> sources(String file) throws IOException {
        if (file == null) {
            return ModelCards.sources(resource("/models/" + SHIPPED + CARD_ENDING));
        }
        String name = file.endsWith(ENDING) ? file.substring(0, file.length() - 4) : file;
        Path card = Path.of(name + CARD_ENDING);
        return Files.isRegularFile(card)
                ? ModelCards.sources(Files.readAllBytes(card))
                : List.of(new TrainingSource("unknown: no card beside " + file, null, null, 0));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = StudentEngine.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("it is not there");
            }
            return in.readAllBytes();
        }
    }

    private static EngineUnavailableException unavailable(String file, Exception cause) {
        return new EngineUnavailableException(
                "the sentiment model "
                        + (file == null ? SHIPPED + " in the jar" : file)
                        + " cannot be read ("
                        + cause.getMessage()
                        + "); train one with './throughline train --data DIR', or unset "
                        + VARIABLE,
                cause);
    }

    /** Loads once a JVM; a failure is not kept, so that a mended file is found. */
    private static final class Holder {

        private static StudentTagger tagger;

        static synchronized StudentTagger instance() {
            if (tagger == null) {
                tagger = load(named());
            }
            return tagger;
        }
    }
}
