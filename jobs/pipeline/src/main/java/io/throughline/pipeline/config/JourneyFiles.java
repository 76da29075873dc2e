package io.throughline.pipeline.config;

import io.throughline.journey.JourneyMapReader;
import io.throughline.journey.ShippedJourneys;
import io.throughline.pipeline.tagging.TaggingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Finds journey maps: a file, or one of the shipped maps by name. */
public final class JourneyFiles {

    private JourneyFiles() {}

    /**
     * The text of a map.
     *
     * @param name a file relative to the directory, or a shipped name such as {@code insurance}
     * @throws MissingJourneyException when there is neither
     * @throws IOException when the file cannot be read
     */
    public static String read(String name, Path directory) throws IOException {
        Optional<String> shipped = ShippedJourneys.yaml(name);
        if (shipped.isPresent()) {
            return shipped.get();
        }
        Path file = directory.resolve(name);
        if (Files.isDirectory(file)) {
            throw new MissingJourneyException(
                    file + " is a folder; name the journey map in it", new IOException(name));
        }
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new MissingJourneyException(
                    "no journey map '"
                            + name
                            + "': neither a file "
                            + file
                            + " nor a shipped map ("
                            + String.join(", ", ShippedJourneys.NAMES)
                            + ")",
                    e);
        }
    }

    /**
     * Tagging settings with a checked journey map.
     *
     * @throws MissingJourneyException when there is no such map
     * @throws IOException when its file cannot be read
     * @throws io.throughline.yaml.YamlException when the map cannot be used
     */
    public static TaggingSettings settings(
            String sentimentEngine, String stageEngine, String journey, Path directory)
            throws IOException {
        String text = read(journey, directory);
        JourneyMapReader.read(journey, text);
        return new TaggingSettings(sentimentEngine, stageEngine, journey, text);
    }
}
