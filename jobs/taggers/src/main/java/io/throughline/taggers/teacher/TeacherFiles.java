package io.throughline.taggers.teacher;

import io.throughline.domain.tagging.EngineUnavailableException;
import io.throughline.domain.tagging.ModelCards;
import io.throughline.domain.tagging.TrainingSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Finds and reads the teacher's head and its card.
 *
 * <p>The system property {@code throughline.teacher.model} or the environment variable {@code
 * THROUGHLINE_TEACHER_MODEL} names the file of another head, as the training writes it, with its
 * card beside it.
 */
final class TeacherFiles {

    /** Version of the head in the jar. */
    static final String SHIPPED = "teacher-v1";

    /** End of the name of a head's file. */
    static final String ENDING = ".bin";

    private static final String CARD_ENDING = ".json";
    private static final String PROPERTY = "throughline.teacher.model";
    private static final String VARIABLE = "THROUGHLINE_TEACHER_MODEL";

    private TeacherFiles() {}

    static Teacher shared() {
        return Holder.instance();
    }

    /** Reads a head from a file, or from the jar when {@code file} is null. */
    static Teacher load(String file) {
        try {
            byte[] bytes =
                    file == null
                            ? resource("/models/" + SHIPPED + ENDING)
                            : Files.readAllBytes(Path.of(file));
            Head head = HeadFile.read(bytes);
            Blocks blocks = Blocks.of(head.blocks());
            requireSame(head, blocks);
            return new Teacher(head, blocks, sources(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new EngineUnavailableException(
                    "the teacher's head "
                            + (file == null ? SHIPPED + " in the jar" : file)
                            + " cannot be read ("
                            + e.getMessage()
                            + "); train one with './throughline train --model teacher --data DIR', or"
                            + " unset "
                            + VARIABLE,
                    e);
        }
    }

    private static void requireSame(Head head, Blocks blocks) {
        blocks.networks()
                .forEach(
                        (encoder, sha256) -> {
                            if (!sha256.equals(head.networks().get(encoder))) {
                                throw new IllegalArgumentException(
                                        "it was trained on another network than the "
                                                + encoder
                                                + " on the class path");
                            }
                        });
        int due = blocks.dimensions();
        if (head.weights()[0].length != due) {
            throw new IllegalArgumentException(
                    "it has " + head.weights()[0].length + " weights a label, not " + due);
        }
    }

    private static List<TrainingSource> sources(String file) throws IOException {
        if (file == null) {
            return ModelCards.sources(resource("/models/" + SHIPPED + CARD_ENDING));
        }
        String name =
                file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : file;
        Path card = Path.of(name + CARD_ENDING);
        return Files.isRegularFile(card)
                ? ModelCards.sources(Files.readAllBytes(card))
                : List.of(new TrainingSource("unknown: no card beside " + file, null, null, 0));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = TeacherFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is not there");
            }
            return in.readAllBytes();
        }
    }

    /** Loads once a JVM; a failure is not kept, so that a mended file is found. */
    private static final class Holder {

        private static Teacher teacher;

        static synchronized Teacher instance() {
            if (teacher == null) {
                teacher = load(System.getProperty(PROPERTY, System.getenv(VARIABLE)));
            }
            return teacher;
        }
    }
}
