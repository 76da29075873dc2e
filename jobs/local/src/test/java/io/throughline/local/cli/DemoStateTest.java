package io.throughline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.local.demo.DemoOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoStateTest {

    private static final Clock NOW =
            Clock.fixed(Instant.parse("2026-03-04T12:00:00.5Z"), ZoneOffset.UTC);

    @TempDir Path home;

    @Test
    void theSameDirectoryHasTheSameDemoTomorrow() throws IOException {
        Path directory = home.resolve("new/demo");
        DemoState first = DemoState.in(directory, 600, NOW);
        Clock tomorrow = Clock.offset(NOW, Duration.ofDays(1));
        assertThat(DemoState.in(directory, 600, tomorrow)).isEqualTo(first);
        assertThat(DemoState.in(directory, null, tomorrow)).isEqualTo(first);
        assertThat(first.options().end()).isEqualTo("2026-03-04T12:00:00Z");
        assertThat(first.webhookSecret()).hasSize(32);
    }

    @Test
    void withoutASizeItIsTheDefault() throws IOException {
        assertThat(DemoState.in(home, null, NOW).options().records())
                .isEqualTo(DemoOptions.DEFAULT_RECORDS);
    }

    @Test
    void directoriesDoNotShareTheirSecret() throws IOException {
        assertThat(DemoState.in(home.resolve("a"), null, NOW).webhookSecret())
                .isNotEqualTo(DemoState.in(home.resolve("b"), null, NOW).webhookSecret());
    }

    @Test
    void anotherSizeIsRefusedWithWhatToDo() throws IOException {
        DemoState.in(home, 600, NOW);
        assertThatThrownBy(() -> DemoState.in(home, 700, NOW))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("holds a demo of 600 records")
                .hasMessageContaining("--data-dir");
    }

    @Test
    void aSizeThatIsNotPossibleIsASentenceAndLeavesNothingBehind() {
        assertThatThrownBy(() -> DemoState.in(home, 5, NOW))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("100 to 100,000");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void aDamagedFileIsASentence() throws IOException {
        Files.writeString(home.resolve("demo.properties"), "seed=x\n");
        assertThatThrownBy(() -> DemoState.in(home, null, NOW))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("remove the directory");
    }
}
