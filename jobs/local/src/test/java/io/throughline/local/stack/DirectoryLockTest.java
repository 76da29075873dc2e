package io.throughline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryLockTest {

    private static final ProcessIdentity LONG_GONE = new ProcessIdentity(999_999_999, 1);

    @TempDir Path directory;

    @Test
    void aSecondHolderIsRefusedAndToldWhoHoldsIt() {
        Path file = directory.resolve("lock");
        try (DirectoryLock first = DirectoryLock.acquire(file)) {
            assertThat(first.leftovers()).isEmpty();
            assertThatThrownBy(() -> DirectoryLock.acquire(file))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining(directory.toString())
                    .hasMessageContaining(Long.toString(ProcessHandle.current().pid()))
                    .hasMessageContaining("choose another data directory");
        }
    }

    @Test
    void aRefusalLeavesTheHoldersLockAlone() throws IOException {
        Path file = directory.resolve("lock");
        try (DirectoryLock first = DirectoryLock.acquire(file)) {
            assertThatThrownBy(() -> DirectoryLock.acquire(file))
                    .isInstanceOf(StackException.class);
            first.record(List.of(LONG_GONE));
            assertThat(Files.readAllLines(file))
                    .containsExactly(ProcessIdentity.current().toString(), LONG_GONE.toString());
        }
    }

    @Test
    void aLockOfADeadProcessIsTakenOverWithTheServersItLeft() throws IOException {
        Path file = directory.resolve("lock");
        Files.writeString(file, "999999998 1\n" + LONG_GONE + "\n");
        try (DirectoryLock lock = DirectoryLock.acquire(file)) {
            assertThat(lock.leftovers()).containsExactly(LONG_GONE);
            assertThat(lock.leftovers().get(0).living()).isEmpty();
        }
    }

    @Test
    void aDamagedLockFileHindersNobody() throws IOException {
        Path file = directory.resolve("lock");
        Files.writeString(file, "\u0000\u0000garbage\n12");
        try (DirectoryLock lock = DirectoryLock.acquire(file)) {
            assertThat(lock.leftovers()).isEmpty();
        }
    }

    @Test
    void aReleasedLockLeavesNoServersBehind() {
        Path file = directory.resolve("lock");
        try (DirectoryLock first = DirectoryLock.acquire(file)) {
            first.record(List.of(LONG_GONE));
        }
        try (DirectoryLock second = DirectoryLock.acquire(file)) {
            assertThat(second.leftovers()).isEmpty();
        }
    }
}
