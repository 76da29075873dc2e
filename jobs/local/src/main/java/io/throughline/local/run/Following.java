package io.throughline.local.run;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * A configuration whose channels are followed while the pipeline runs.
 *
 * @param file {@code throughline.yaml}
 * @param inputs what channels read instead of their files, by channel id
 */
public record Following(Path file, Map<String, String> inputs) {

    public Following {
        Objects.requireNonNull(file, "file");
        inputs = Map.copyOf(inputs);
    }
}
