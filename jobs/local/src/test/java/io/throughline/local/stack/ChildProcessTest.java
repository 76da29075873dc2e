package io.throughline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    @TempDir Path directory;

    @Test
    void whoeverAsksIsToldInOneLineThatItEnded() throws Exception {
        ChildProcess process = start("exit 137");
        CompletableFuture<String> told = new CompletableFuture<>();

        process.onEnd(directory.resolve("server.log"), told::complete);

        assertThat(told.get(30, TimeUnit.SECONDS))
                .startsWith("Search has ended by itself (exit code 137)")
                .contains("Ctrl-C", "server.log")
                .doesNotContain("\n");
    }

    @Test
    void aFailureForAPortIsToldFromOthers() throws Exception {
        assertThat(failure("echo 'java.net.BindException: Address already in use'; exit 1"))
                .isInstanceOf(PortTakenException.class);
        assertThat(failure("echo 'java.io.IOException: no room'; exit 1"))
                .isNotInstanceOf(PortTakenException.class)
                .hasMessageContaining("no room");
    }

    private StackException failure(String script) throws Exception {
        ChildProcess process = start(script);
        CompletableFuture<String> ended = new CompletableFuture<>();
        process.onEnd(directory, ended::complete);
        String unused = ended.get(30, TimeUnit.SECONDS);
        return process.failure("ended while it started", directory.resolve("none.log"));
    }

    private ChildProcess start(String script) {
        return ChildProcess.start(
                "Search",
                List.of("/bin/sh", "-c", script),
                Map.of(),
                directory,
                directory.resolve("console.log"));
    }
}
