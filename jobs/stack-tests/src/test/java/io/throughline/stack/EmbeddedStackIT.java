package io.throughline.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.throughline.local.stack.EmbeddedStack;
import io.throughline.local.stack.ProcessMemory;
import io.throughline.local.stack.StackException;
import io.throughline.local.stack.StackOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.elasticsearch.client.ResponseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStackIT {

    private static final String TOPIC = "kept";

    @TempDir Path directory;

    @Test
    void dataOutlivesKilledLaunchersAndNoServerDoes() throws Exception {
        try (Launched first = Launched.in(directory)) {
            PlainClients clients = new PlainClients(first.bootstrap(), first.elasticsearch());
            clients.createTopic(TOPIC);
            clients.commit(TOPIC, "one", "x".repeat(16 << 20));
            clients.ask("PUT", "/cx-kept/_doc/1?refresh=true", "{\"n\": 1}");
            refusesASecondLauncher(first);

            first.kill();
            // Sooner than the watchdog would strike: they end by themselves.
            awaitEnd(first.servers(), Duration.ofSeconds(14));
        }
        try (Launched second = Launched.in(directory)) {
            new PlainClients(second.bootstrap(), second.elasticsearch()).commit(TOPIC, "two");
            stop(second.kafka());
            second.kill();
            // A stopped process cannot see its input end: this is the watchdog's work.
            awaitEnd(second.servers(), Duration.ofSeconds(40));
        }
        List<ProcessHandle> servers;
        try (EmbeddedStack third = EmbeddedStack.start(StackOptions.in(directory))) {
            PlainClients clients =
                    new PlainClients(third.kafkaBootstrap(), third.elasticsearchUrl());
            assertThat(clients.committed(TOPIC))
                    .containsExactly("one", "x".repeat(16 << 20), "two");
            assertThat(clients.ask("GET", "/cx-kept/_source/1", "")).isEqualTo("{\"n\": 1}");
            refusesIndicesOfOthers(clients);
            servers =
                    third.pids().stream().map(pid -> ProcessHandle.of(pid).orElseThrow()).toList();
            assertThat(third.pids().stream().mapToLong(ProcessMemory::residentBytes).sum())
                    .isBetween(200L << 20, 2L << 30);
        }
        awaitEnd(servers, Duration.ofSeconds(2));
    }

    @Test
    void aServerThatDoesNotStartTellsWhyAndLeavesNothingRunning() throws IOException {
        Path storage = Files.createDirectories(directory.resolve("kafka/data"));
        Files.writeString(storage.resolve("meta.properties"), "version=1\nnode.id=7\n");
        assertThatThrownBy(() -> EmbeddedStack.start(StackOptions.in(directory)))
                .isInstanceOf(StackException.class)
                .hasMessageStartingWith("Kafka ended while it started")
                .hasMessageContaining("cluster.id was not found")
                .hasMessageContaining(directory.toRealPath().resolve("logs/kafka.log").toString());
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive))
                .noneMatch(
                        child -> child.info().commandLine().orElse("").contains("Elasticsearch"));
    }

    private void refusesASecondLauncher(Launched first) {
        assertThatThrownBy(() -> EmbeddedStack.start(StackOptions.in(directory)))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("process " + first.pid());
    }

    private static void refusesIndicesOfOthers(PlainClients clients) {
        assertThatThrownBy(() -> clients.ask("PUT", "/other/_doc/1", "{\"n\": 1}"))
                .isInstanceOf(ResponseException.class)
                .hasMessageContaining("auto_create_index");
    }

    private static void stop(ProcessHandle process) throws IOException, InterruptedException {
        int status =
                new ProcessBuilder("kill", "-STOP", Long.toString(process.pid())).start().waitFor();
        assertThat(status).isZero();
    }

    private static void awaitEnd(List<ProcessHandle> processes, Duration time) {
        await().atMost(time)
                .untilAsserted(() -> assertThat(processes).noneMatch(ProcessHandle::isAlive));
    }
}
