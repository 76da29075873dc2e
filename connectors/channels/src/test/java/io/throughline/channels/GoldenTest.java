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
        try (Stream<Path> files = Files.walk(Fixtures.path(""))) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".expected"))
                    .filter(file -> !file.endsWith("channel.yaml"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void givesWhatIsExpected(Path fixture) throws IOException {
        String id = fixture.getParent().getFileName().toString();
        List<String> lines =
                Fixtures.outcomes(id, fixture.getFileName().toString()).stream()
                        .map(Fixtures::line)
                        .toList();
        Path expected = fixture.resolveSibling(fixture.getFileName() + ".expected");
        if ("write".equals(System.getProperty("golden"))) {
            Files.write(expected, lines);
        }

        assertThat(lines).isEqualTo(Files.readAllLines(expected));
    }
}
