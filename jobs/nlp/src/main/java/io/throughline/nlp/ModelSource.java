package io.throughline.nlp;

import io.throughline.domain.tagging.EngineUnavailableException;
import io.throughline.domain.tagging.TrainingSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the model of an engine is: in the jar, unless a system property or an environment variable
 * names a file as the training writes it, with its card beside it.
 *
 * @param engine id, by which {@code train --model} knows it
 * @param name name of the model in the jar, without ending
 * @param property system property; it goes before the variable
 * @param variable environment variable
 */
public record ModelSource(String engine, String name, String property, String variable) {

    private static final String ENDING = ".bin.gz";

    /** The file that is named; null for the model in the jar. */
    public String named() {
        return System.getProperty(property, System.getenv(variable));
    }

    /** The resource in the jar. */
    public String resource() {
        return "/models/" + name + ENDING;
    }

    /**
     * The model.
     *
     * @param file null for the one in the jar
     */
    public byte[] bytes(String file) throws IOException {
        if (file != null) {
            return Files.readAllBytes(Path.of(file));
        }
        try (InputStream in = ModelSource.class.getResourceAsStream(resource())) {
            if (in == null) {
                throw new IOException("it is not there");
            }
            return in.readAllBytes();
        }
    }

    /**
     * What the model learnt from, as its card has it.
     *
     * @param file null for the one in the jar
     */
    public List<TrainingSource> sources(String file) throws IOException {
        return file == null
                ? TrainedOn.inJar("/models/" + name + ".json")
                : TrainedOn.beside(Path.of(file), ENDING);
    }

    /** Says what to do about a model that cannot be read. */
    public EngineUnavailableException unavailable(String file, IOException cause) {
        return new EngineUnavailableException(
                "the sentiment model "
                        + (file == null ? resource() + " in the jar" : file)
                        + " of "
                        + engine
                        + " cannot be read ("
                        + cause.getMessage()
                        + "); train one with './throughline train --model "
                        + engine
                        + " --data DIR' and name it with "
                        + variable
                        + ", or unset that",
                cause);
    }
}
