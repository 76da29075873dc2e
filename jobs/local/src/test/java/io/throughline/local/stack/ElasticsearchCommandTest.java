package io.throughline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.configuration.MemorySize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElasticsearchCommandTest {

    @TempDir Path home;

    @Test
    void writesNowhereButIntoTheFoldersItIsGiven() throws IOException {
        Path bridge = Files.createDirectories(home.resolve("lib/entitlement-bridge"));
        Files.createFile(bridge.resolve("bridge-8.jar"));
        List<String> arguments =
                new ElasticsearchCommand(
                                new ElasticsearchHome(home),
                                Path.of("/t"),
                                Path.of("/l"),
                                MemorySize.ofMebiBytes(512))
                        .arguments();
        assertThat(arguments)
                .contains("-Xms256m", "-Xmx512m", "-Djava.io.tmpdir=/t", "-XX:TieredStopAtLevel=1")
                .contains("-XX:ErrorFile=/l/elasticsearch-crash.log")
                .contains("--patch-module=java.base=" + bridge.resolve("bridge-8.jar"));
        assertThat(arguments.get(arguments.size() - 1)).startsWith("--module=");
    }
}
