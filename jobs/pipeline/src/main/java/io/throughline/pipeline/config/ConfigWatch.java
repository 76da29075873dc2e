package io.throughline.pipeline.config;

import io.throughline.pipeline.tagging.DefinitionWatch;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads {@code throughline.yaml} again when it, or a file that it names, is not what it was.
 * Travels with a job; where it arrives, the file has to be under the same path. Used by one thread
 * at a time.
 */
public final class ConfigWatch implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String file;
    private transient ConfigFiles files;

    /**
     * @param file the configuration
     */
    public ConfigWatch(Path file) {
        this.file = file.toAbsolutePath().normalize().toString();
    }

    /** The definitions of the channels that are switched on, by a look of their own. */
    public DefinitionWatch definitions() {
        ConfigWatch own = new ConfigWatch(Path.of(file));
        return () ->
                own.changed()
                        .map(
                                config ->
                                        config.channels().stream()
                                                .map(ConfiguredChannel::definition)
                                                .toList());
    }

    /**
     * The configuration; empty when nothing changed since the last call, whatever came of that.
     *
     * @throws IOException when the file cannot be read
     * @throws io.throughline.yaml.YamlException when it or a file it names cannot be used
     */
    public Optional<ThroughlineConfig> changed() throws IOException {
        if (files != null && !files.changed()) {
            return Optional.empty();
        }
        ConfigFiles reading = new ConfigFiles();
        try {
            return Optional.of(
                    ThroughlineConfigReader.read(Path.of(file), System::getenv, reading));
        } finally {
            files = reading;
        }
    }
}
