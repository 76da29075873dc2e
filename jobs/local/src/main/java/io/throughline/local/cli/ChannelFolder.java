package io.throughline.local.cli;

import io.throughline.conformance.Conformance;
import io.throughline.conformance.channel.ChannelUnderTest;
import io.throughline.conformance.channel.Fixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes a channel: its definition, its fixture, and the golden file of that. */
final class ChannelFolder {

    private final Path folder;

    ChannelFolder(Path folder) {
        this.folder = folder;
    }

    Path definition() {
        return folder.resolve(ChannelUnderTest.DEFINITION);
    }

    boolean exists() {
        return Files.exists(definition());
    }

    /** Writes the files and answers which. */
    List<Path> write(String definition, String fixtureName, byte[] fixture) throws IOException {
        Path fixtures = folder.resolve(ChannelUnderTest.FIXTURES);
        Files.createDirectories(fixtures);
        List<Path> written = new ArrayList<>();
        written.add(Files.writeString(definition(), definition));
        written.add(Files.write(fixtures.resolve(fixtureName), fixture));
        for (Fixture one : Conformance.of(ChannelUnderTest.ofFolder(folder)).golden()) {
            if (one.name().equals(fixtureName)) {
                Path expected = fixtures.resolve(fixtureName + Fixture.EXPECTED);
                written.add(Files.write(expected, one.golden().orElseThrow()));
            }
        }
        return written;
    }
}
