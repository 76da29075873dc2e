package io.throughline.conformance.channel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder of fixtures, read as a whole: payloads, {@code NAME.expected} beside them, and {@code
 * kit.yaml}.
 */
record FixtureFiles(List<Fixture> fixtures, KitNotes notes) {

    private static final String NOTES = "kit.yaml";

    /** The fixtures of a folder, sorted by name; none when the folder is not there. */
    static FixtureFiles read(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return new FixtureFiles(List.of(), KitNotes.NONE);
        }
        List<Fixture> fixtures = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(FixtureFiles::isPayload).sorted().toList()) {
                fixtures.add(fixture(file));
            }
        }
        Path notes = folder.resolve(NOTES);
        return new FixtureFiles(
                fixtures,
                Files.exists(notes)
                        ? KitNotes.read(notes.toString(), Files.readString(notes))
                        : KitNotes.NONE);
    }

    private static boolean isPayload(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file)
                && !name.startsWith(".")
                && !name.endsWith(Fixture.EXPECTED)
                && !name.equals(NOTES);
    }

    private static Fixture fixture(Path file) throws IOException {
        String name = file.getFileName().toString();
        Path expected = file.resolveSibling(name + Fixture.EXPECTED);
        return new Fixture(
                name,
                Files.readAllBytes(file),
                Files.exists(expected)
                        ? Optional.of(Files.readAllLines(expected, StandardCharsets.UTF_8))
                        : Optional.empty());
    }
}
