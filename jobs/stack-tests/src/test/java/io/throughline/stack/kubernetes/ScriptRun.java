package io.throughline.stack.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A script of {@code k8s/} before stand-ins of the programs that it calls. They are in a folder
 * that is looked through first, and note their calls in its file {@code calls}.
 */
record ScriptRun(Path folder) {

    /** A program that the script finds instead of the real one. */
    void standIn(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** Runs a script to its end and answers its exit code; skipped where it cannot run. */
    int run(String script, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        assumeTrue(
                Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                        .anyMatch(entry -> Files.isExecutable(Path.of(entry, "jq"))),
                "jq is not installed");
        Files.writeString(folder.resolve("calls"), "");
        List<String> command =
                new ArrayList<>(List.of("bash", Manifests.K8S.resolve(script).toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("PATH", folder + ":" + System.getenv("PATH"));
        builder.environment().putAll(environment);
        Process process =
                builder.redirectOutput(folder.resolve("out").toFile())
                        .redirectError(folder.resolve("err").toFile())
                        .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(script + " ends").isTrue();
        } finally {
            process.destroyForcibly();
        }
        return process.exitValue();
    }

    /** What the stand-ins were called with, a line each. */
    List<String> calls() throws IOException {
        return Files.readAllLines(folder.resolve("calls"));
    }

    /** What it printed for people. */
    String said() throws IOException {
        return Files.readString(folder.resolve("err"));
    }
}
