package io.throughline.local.nab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NabCorpusTest {

    @TempDir Path directory;

    private Copy copy;

    @BeforeEach
    void write() {
        copy = Copy.in(directory);
    }

    @Test
    void seriesComeInTheOrderOfTheirPathsWithTheirWindows() throws IOException {
        NabCorpus corpus = NabCorpus.read(directory);

        assertThat(corpus.series())
                .extracting(NabSeries::file)
                .containsExactly("calm/level.csv", "lively/jump.csv");
        assertThat(corpus.series().get(0).windows()).isEmpty();
        assertThat(corpus.series().get(1).windows()).containsExactly(new NabWindow(1_480, 1_579));
        assertThat(corpus.series().get(1).category()).isEqualTo("lively");
        assertThat(corpus.series().get(1).values()[1_500]).isEqualTo(150);
        assertThat(corpus.series().get(1).times().get(1))
                .isEqualTo(Instant.parse("2024-01-01T00:05:00Z"));
        assertThat(corpus.missing()).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsNamed() throws IOException {
        copy.labels("{\"calm/level.csv\": [], \"gone/one.csv\": []}");

        NabCorpus corpus = NabCorpus.read(directory);

        assertThat(corpus.series()).hasSize(1);
        assertThat(corpus.missing()).containsExactly("gone/one.csv");
        assertThat(corpus.labelled()).containsExactly("calm/level.csv", "gone/one.csv");
    }

    @Test
    void aFileThatNobodyLabelledDoesNotCount() throws IOException {
        copy.labels("{\"calm/level.csv\": []}");

        assertThat(NabCorpus.read(directory).series()).hasSize(1);
    }

    @Test
    void aTimeThatComesTwiceIsItsFirstRow() throws IOException {
        copy.write(
                "data/calm/level.csv",
                "timestamp,value\n2024-01-01 00:00:00,1\n2024-01-01 00:00:00,2\n");
        copy.labels("{\"calm/level.csv\": [[\"2024-01-01 00:00:00\", \"2024-01-01 00:00:00\"]]}");

        assertThat(NabCorpus.read(directory).series().get(0).windows())
                .containsExactly(new NabWindow(0, 0));
    }

    @Test
    void whatIsWrongIsNamedWithItsPlace() {
        assertSaid("combined_windows.json", directory.resolve("nowhere"));

        copy.labels("{\"calm/level.csv\": [[\"2030-01-01 00:00:00\", \"2030-01-01 00:05:00\"]]}");
        assertSaid("calm/level.csv is at no row of it", directory);

        copy.labels("{\"calm/level.csv\": [[\"soon\", \"later\"]]}");
        assertSaid("calm/level.csv is no time", directory);

        copy.labels("not json");
        assertSaid("is not JSON", directory);

        copy.labels("{\"gone/one.csv\": []}");
        assertSaid("none of the files", directory);
    }

    @Test
    void aBadRowIsNamedWithItsLine() {
        copy.labels("{\"calm/level.csv\": []}");

        copy.write("data/calm/level.csv", "timestamp,value\n2024-01-01 00:00:00,1\nsoon,2\n");
        assertSaid("level.csv, line 3, has no time", directory);

        copy.write("data/calm/level.csv", "timestamp,value\n2024-01-01 00:00:00,much\n");
        assertSaid("level.csv, line 2, has no number in value", directory);

        copy.write("data/calm/level.csv", "timestamp,value\n2024-01-01 00:00:00\n");
        assertSaid("line 2, has too few cells", directory);

        copy.write("data/calm/level.csv", "time,value\n");
        assertSaid("no column timestamp", directory);

        copy.write("data/calm/level.csv", "");
        assertSaid("is empty", directory);
    }

    private static void assertSaid(String text, Path directory) {
        assertThatThrownBy(() -> NabCorpus.read(directory))
                .isInstanceOf(NabFormatException.class)
                .hasMessageContaining(text);
    }
}
