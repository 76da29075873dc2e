package io.throughline.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fixture gives what its {@code .expected} file says, a line an outcome. Run with {@code
 * -Dgolden=write} to write these files; then read the difference before committing it.
 */
class GoldenTest {

    static Stream<Path> fixtures() throws IOException {
        return Fixtures.all().stream();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void givesWhatIsExpected(Path fixture) throws IOException {
        String id = Fixtures.channelOf(fixture);
        List<String> lines =
                Fixtures.outcomes(id, fixture.getFileName().toString()).stream()
                        .map(OutcomeLine::of)
                        .toList();
        Path expected = fixture.resolveSibling(fixture.getFileName() + ".expected");
        if ("write".equals(System.getProperty("golden"))) {
            Files.write(expected, lines);
        }

        assertThat(lines).isEqualTo(Files.readAllLines(expected));
    }
}
