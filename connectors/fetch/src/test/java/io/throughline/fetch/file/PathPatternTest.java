package io.throughline.fetch.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PathPatternTest {

    @TempDir private Path folder;

    @BeforeEach
    void fill() throws IOException {
        Files.createDirectories(folder.resolve("2026/03"));
        for (String name : List.of("b.csv", "a.csv", "2026/03/call.json", "~draft", "x.tmp")) {
            Files.writeString(folder.resolve(name), "x");
        }
    }

    @Test
    void aFileIsItself() {
        assertThat(files("/a.csv")).containsExactly("a.csv");
    }

    @Test
    void aFolderIsAllThatIsInAndBelowIt() {
        assertThat(files("")).containsExactly("2026/03/call.json", "a.csv", "b.csv", "~draft");
    }

    @Test
    void aGlobIsWhatMatches() {
        assertThat(files("/*.csv")).containsExactly("a.csv", "b.csv");
        assertThat(files("/**.json")).containsExactly("2026/03/call.json");
        assertThat(files("/[b-z].csv")).containsExactly("b.csv");
    }

    @Test
    void knowsWhatIsNotThere() {
        assertThat(PathPattern.of(folder + "/nothing.csv").baseExists()).isFalse();
        assertThat(PathPattern.of(folder + "/nowhere/*.csv").baseExists()).isFalse();
        assertThat(PathPattern.of(folder + "/*.nothing").baseExists()).isTrue();
        assertThat(files("/nothing.csv")).isEmpty();
    }

    private List<String> files(String pattern) {
        return PathPattern.of(folder + pattern).files().stream()
                .map(file -> folder.relativize(file).toString())
                .toList();
    }
}
