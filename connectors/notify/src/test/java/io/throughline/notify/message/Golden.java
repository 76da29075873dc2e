package io.throughline.notify.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Renderings as people are to read them, one a file. With {@code -Dmessages.write=true} what comes
 * out is written over what was there, to be looked at before it is committed.
 */
final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/messages");

    private Golden() {}

    static void holds(String name, String rendered) {
        Path file = FOLDER.resolve(name);
        String text = rendered.endsWith("\n") ? rendered : rendered + "\n";
        try {
            if (Boolean.getBoolean("messages.write")) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, text);
            }
            assertThat(text).as(name).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
