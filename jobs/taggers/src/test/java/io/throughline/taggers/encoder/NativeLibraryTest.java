package io.throughline.taggers.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.domain.tagging.EngineUnavailableException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine on which the native library cannot be loaded, which takes a JVM of its own. */
class NativeLibraryTest {

    @Test
    void whereItCannotBeUnpackedTheEngineIsUnavailableAndSaysWhatToDo(@TempDir Path directory)
            throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-Djava.io.tmpdir=" + directory.resolve("missing"),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Load.class.getName())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said)
                .contains("twice unavailable")
                .contains("java.io.tmpdir")
                .contains("missing");
    }

    /** Tries twice: the second failure of a class to load is of another kind than the first. */
    static final class Load {

        public static void main(String[] arguments) {
            int times = 0;
            for (int i = 0; i < 2; i++) {
                try {
                    Encoders.e5();
                } catch (EngineUnavailableException e) {
                    times++;
                    System.out.println(e.getMessage());
                }
            }
            System.out.println(times == 2 ? "twice unavailable" : "loaded");
        }

        private Load() {}
    }
}
