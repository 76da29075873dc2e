package io.throughline.pipeline.config;

import io.throughline.journey.JourneyMap;
import io.throughline.journey.JourneyMapReader;
import io.throughline.pipeline.tagging.TaggingSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Finds journey maps: a file, or one of the shipped maps by name. */
public final class JourneyFiles {

    private JourneyFiles() {}

    /**
     * The text of a map.
     *
     * @param name a file relative to the directory, or a shipped name such as {@code insurance}
     * @throws IOException when there is neither; the message says so
     */
    public static String read(String name, Path directory) throws IOException {
        if (name.matches("[a-z][a-z0-9-]*")) {
            try (InputStream shipped =
                    JourneyMap.class.getResourceAsStream("/journeys/" + name + ".yaml")) {
                if (shipped != null) {
                    return new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        Path file = directory.resolve(name);
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new IOException(
                    "no journey map '"
                            + name
                            + "': neither a file "
                            + file
                            + " nor a shipped map (insurance, retail, airline,"
                            + " government-service)",
                    e);
        }
    }

    /**
     * Tagging settings with a checked journey map.
     *
     * @throws IOException when there is no such map
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
