package io.throughline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir Path directory;

    @Test
    void isCreatedWithItsFolders() {
        DataDirectory data = DataDirectory.open(directory.resolve("a/b"));
        assertThat(data.kafkaLogs()).isDirectory();
        assertThat(data.elasticsearch()).isDirectory();
        assertThat(data.logs()).isDirectory();
    }

    @Test
    void isTheSameThroughALink() throws IOException {
        Path real = Files.createDirectories(directory.toRealPath().resolve("real"));
        Path link = Files.createSymbolicLink(directory.resolve("link"), real);
        assertThat(DataDirectory.open(link).lock()).isEqualTo(DataDirectory.open(real).lock());
    }

    @Test
    void aFileInItsPlaceIsRefused() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "x");
        assertThatThrownBy(() -> DataDirectory.open(file))
                .isInstanceOf(StackException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("choose one");
    }

    @Test
    void lessThanAGibibyteFreeIsRefusedWithWhatToDo() {
        DataDirectory data = DataDirectory.open(directory);
        assertThatThrownBy(() -> data.checkFreeSpace((1L << 30) - 1))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("Only 1023 MiB are free")
                .hasMessageContaining("free some space");
        assertThatCode(() -> data.checkFreeSpace(1L << 30)).doesNotThrowAnyException();
    }
}
