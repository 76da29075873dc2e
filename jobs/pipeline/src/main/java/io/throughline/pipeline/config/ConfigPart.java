package io.throughline.pipeline.config;

import io.throughline.yaml.YamlFile;
import io.throughline.yaml.YamlMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A part of {@code throughline.yaml} that jobs do not need, read again when the file, or one that
 * it names, is not what it was. So what only one process wants, such as who is told of alerts, and
 * its secrets, are not carried into jobs. Used by one thread at a time.
 */
public final class ConfigPart<T> {

    private final Path file;
    private final UnaryOperator<String> environment;
    private final Reader<T> reader;
    private ConfigFiles files;

    /** Makes something of the blocks that are its own. */
    @FunctionalInterface
    public interface Reader<T> {

        /** Notes problems in the mapping; other blocks are left alone. */
        T read(YamlMap root, Filler filler);
    }

    /** Fills in references such as {@code ${env.NAME}}. */
    @FunctionalInterface
    public interface Filler {

        /** The text with its references filled in; notes an error at the key if one cannot be. */
        String fill(YamlMap map, String key, String text);
    }

    /**
     * @param environment value of a variable; null when it is not set
     */
    public ConfigPart(Path file, UnaryOperator<String> environment, Reader<T> reader) {
        this.file = file;
        this.environment = environment;
        this.reader = reader;
    }

    /**
     * The part; empty when nothing changed since the last call, whatever came of that.
     *
     * @throws IOException when the file cannot be read
     * @throws io.throughline.yaml.YamlException when the part cannot be used
     */
    public Optional<T> changed() throws IOException {
        if (files != null && !files.changed()) {
            return Optional.empty();
        }
        ConfigFiles reading = new ConfigFiles();
        try {
            return Optional.of(read(reading));
        } finally {
            files = reading;
        }
    }

    private T read(ConfigFiles reading) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        YamlFile yaml = YamlFile.parse(file.toString(), reading.read(absolute));
        References references = new References(environment, absolute.getParent(), reading);
        T part = reader.read(yaml.root(), references::resolve);
        yaml.check();
        return part;
    }
}
