package io.throughline.pipeline.config;

import io.throughline.model.Hashes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads files and remembers what was in them, by hash: an editor, a {@code git checkout} and the
 * swapped link of a mounted secret change names and times as they please.
 */
final class ConfigFiles {

    private static final String ABSENT = "absent";

    private final Map<Path, String> seen = new TreeMap<>();

    /** The text of a file, in UTF-8. */
    String read(Path file) throws IOException {
        try {
            byte[] bytes = Files.readAllBytes(file);
            seen.put(file, Hashes.sha256(bytes));
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            seen.put(file, ABSENT);
            throw e;
        }
    }

    /** Whether there is a file; one that comes later is a change. */
    boolean exists(Path file) {
        boolean there = Files.exists(file);
        if (!there) {
            seen.put(file, ABSENT);
        }
        return there;
    }

    /** What a file held when it was read, as a hash. */
    String version(Path file) {
        return seen.get(file);
    }

    /** Whether any of the files is not what it was. */
    boolean changed() {
        return seen.entrySet().stream()
                .anyMatch(file -> !now(file.getKey()).equals(file.getValue()));
    }

    private static String now(Path file) {
        try {
            return Hashes.sha256(Files.readAllBytes(file));
        } catch (IOException e) {
            return ABSENT;
        }
    }
}
