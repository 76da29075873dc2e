package io.throughline.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDirectoryTest {

    @TempDir Path flink;
    private StateDirectory state;

    @BeforeEach
    void create() {
        state = StateDirectory.of(flink, "tagging");
    }

    @Test
    void aNewJobHasNone() {
        assertThat(state.latest()).isEmpty();
    }

    @Test
    void theNewestCompleteOneIsTakenWhateverItsNumber() throws IOException {
        complete(state.checkpoints().resolve("a/chk-90"), 10);
        Path newest = complete(state.checkpoints().resolve("b/chk-3"), 30);
        complete(state.savepoints().resolve("savepoint-1"), 20);
        Files.createDirectories(state.checkpoints().resolve("b/chk-4"));
        assertThat(state.latest()).contains(newest);

        Path savepoint = complete(state.savepoints().resolve("savepoint-2"), 40);
        assertThat(state.latest()).contains(savepoint);
    }

    @Test
    void stateOfOtherJobsIsNotMine() throws IOException {
        complete(StateDirectory.of(flink, "signals").savepoints().resolve("savepoint-1"), 50);
        assertThat(state.latest()).isEmpty();
    }

    @Test
    void removesWhatAKilledRunLeftButTheStateToGoOnFrom() throws IOException {
        Path old = complete(state.checkpoints().resolve("a/chk-90"), 10);
        Path kept = complete(state.checkpoints().resolve("b/chk-3"), 30);
        Path savepoint = complete(state.savepoints().resolve("savepoint-1"), 20);

        state.removeAllBut(Optional.of(kept));

        assertThat(kept.resolve("_metadata")).exists();
        assertThat(old.getParent()).doesNotExist();
        assertThat(savepoint).doesNotExist();
        state.removeAllBut(Optional.empty());
        assertThat(state.latest()).isEmpty();
    }

    private static Path complete(Path directory, long epochSecond) throws IOException {
        Files.createDirectories(directory);
        Path metadata = Files.writeString(directory.resolve("_metadata"), "x");
        Files.setLastModifiedTime(
                metadata, FileTime.from(Instant.ofEpochSecond(1_700_000_000 + epochSecond)));
        return directory;
    }
}
