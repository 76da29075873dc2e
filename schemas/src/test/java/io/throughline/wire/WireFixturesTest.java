package io.throughline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bytes that a release wrote are read for ever. The newest bytes are left in {@code target/wire},
 * to be checked in as {@code src/test/resources/wire/vN} when version N is released.
 */
class WireFixturesTest {

    static List<Fixture<?>> fixtures() {
        return Fixture.all();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void readsWhatReleaseOneWrote(Fixture<?> fixture) throws IOException {
        Path newest = Path.of("target", "wire", fixture.name() + ".bin");
        Files.createDirectories(newest.getParent());
        Files.write(newest, fixture.encode());

        Object decoded = fixture.codec().decode(released(fixture.name()));

        assertThat(decoded).usingRecursiveComparison().isEqualTo(fixture.record());
    }

    private static byte[] released(String name) throws IOException {
        String resource = "/wire/v1/" + name + ".bin";
        try (InputStream in = WireFixturesTest.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            return in.readAllBytes();
        }
    }
}
