package io.throughline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    @TempDir Path directory;

    @Test
    void keepsTheLinesOfTroubleAndLeavesOutTheStack() throws IOException {
        Path log =
                log(
                        "server.log",
                        """
                        2026-01-01 INFO  o.e.b.Elasticsearch JVM arguments [-XX:+ExitOnOutOfMemoryError]
                        2026-01-01 ERROR o.e.b.Elasticsearch fatal exception while booting
                        java.lang.IllegalArgumentException: unknown setting [cx.none]
                        \tat org.elasticsearch.Settings.validate(Settings.java:574)
                        \t... 12 more
                        2026-01-01 INFO  o.e.n.Node closed
                        """);
        assertThat(LogTail.reason(List.of(log)))
                .isEqualTo(
                        """
                        2026-01-01 ERROR o.e.b.Elasticsearch fatal exception while booting
                        java.lang.IllegalArgumentException: unknown setting [cx.none]""");
    }

    @Test
    void aLaterLogWithTroubleSpeaksBeforeAnEarlierOneWithout() throws IOException {
        Path calm = log("server.log", "2026-01-01 WARN  activation\n");
        Path console = log("console.log", "Error: Could not find or load main class\n");
        assertThat(LogTail.reason(List.of(calm, console)))
                .isEqualTo("Error: Could not find or load main class");
    }

    @Test
    void withoutTroubleTheLastLinesSpeak() throws IOException {
        Path log = log("server.log", "one\ntwo\nthree\n\nfour\nfive\n");
        assertThat(LogTail.reason(List.of(log))).isEqualTo("two\nthree\nfour\nfive");
    }

    @Test
    void noLogIsNoReason() {
        assertThat(LogTail.reason(List.of(directory.resolve("none.log")))).isEmpty();
    }

    @Test
    void aLongLineIsCut() throws IOException {
        Path log = log("server.log", "ERROR " + "x".repeat(5_000));
        assertThat(LogTail.reason(List.of(log))).hasSize(401).endsWith("…");
    }

    private Path log(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }
}
