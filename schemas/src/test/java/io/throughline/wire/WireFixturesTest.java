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

    static List<Fixture<?>> releaseOne() {
        return Fixture.ofReleaseOne();
    }

    static List<Fixture<?>> releaseTwo() {
        return Fixture.ofReleaseTwo();
    }

    static List<Fixture<?>> releaseThree() {
        return Fixture.ofReleaseThree();
    }

    static List<Fixture<?>> releaseFour() {
        return Fixture.ofReleaseFour();
    }

    static List<Fixture<?>> releaseFive() {
        return Fixture.ofReleaseFive();
    }

    static List<Fixture<?>> releaseSix() {
        return Fixture.all();
    }

    @ParameterizedTest
    @MethodSource("releaseOne")
    void readsWhatReleaseOneWrote(Fixture<?> fixture) throws IOException {
        reads("v1", fixture);
    }

    @ParameterizedTest
    @MethodSource("releaseTwo")
    void readsWhatReleaseTwoWrote(Fixture<?> fixture) throws IOException {
        reads("v2", fixture);
    }

    @ParameterizedTest
    @MethodSource("releaseThree")
    void readsWhatReleaseThreeWrote(Fixture<?> fixture) throws IOException {
        reads("v3", fixture);
    }

    @ParameterizedTest
    @MethodSource("releaseFour")
    void readsWhatReleaseFourWrote(Fixture<?> fixture) throws IOException {
        reads("v4", fixture);
    }

    @ParameterizedTest
    @MethodSource("releaseFive")
    void readsWhatReleaseFiveWrote(Fixture<?> fixture) throws IOException {
        reads("v5", fixture);
    }

    @ParameterizedTest
    @MethodSource("releaseSix")
    void readsWhatReleaseSixWrote(Fixture<?> fixture) throws IOException {
        Path newest = Path.of("target", "wire", fixture.name() + ".bin");
        Files.createDirectories(newest.getParent());
        Files.write(newest, fixture.encode());

        reads("v6", fixture);
    }

    private static void reads(String release, Fixture<?> fixture) throws IOException {
        Object decoded = fixture.codec().decode(released(release, fixture.name()));

        assertThat(decoded).usingRecursiveComparison().isEqualTo(fixture.record());
    }

    private static byte[] released(String release, String name) throws IOException {
        String resource = "/wire/" + release + "/" + name + ".bin";
        try (InputStream in = WireFixturesTest.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            return in.readAllBytes();
        }
    }
}
