package io.throughline.stack;

import static io.throughline.stack.Indices.FEEDBACK;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.local.demo.DemoLabel;
import io.throughline.local.demo.DemoOptions;
import io.throughline.local.demo.DemoPlan;
import io.throughline.local.demo.DemoWorld;
import io.throughline.local.stack.EmbeddedStack;
import io.throughline.local.stack.StackOptions;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.elasticsearch.client.ResponseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher is killed in the middle, and the same command is given again. */
class KilledLauncherIT {

    private static final int RECORDS = 600;
    private static final int UNAVAILABLE = 503;
    private static final long START_SECONDS = 180;
    private static final long END_SECONDS = 300;

    @TempDir Path directory;

    @Test
    void theSameCommandAfterAKillComesToTheSameEnd() throws Exception {
        killOnceDocumentsAreSearchable();

        try (DemoProcess again = DemoProcess.start(directory, RECORDS)) {
            int exit = again.exit(END_SECONDS);
            assertThat(exit).as(again.told()).isZero();
            everyRecordIsAccountedFor(again.summary());
        }
        try (EmbeddedStack stack =
                EmbeddedStack.start(StackOptions.in(directory.resolve("data")))) {
            Indices indices = Indices.read(new PlainClients("", stack.elasticsearchUrl()));
            assertThat(indices.ids(FEEDBACK)).isEqualTo(live());
            assertThat(indices.signals()).isEqualTo(indices.recomputed());
        }
    }

    private void killOnceDocumentsAreSearchable() throws Exception {
        List<ProcessHandle> servers;
        try (DemoProcess first = DemoProcess.start(directory, RECORDS)) {
            PlainClients clients = new PlainClients("", first.elasticsearch(START_SECONDS));
            await().atMost(Duration.ofSeconds(START_SECONDS))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> searchable(clients) > 0);
            servers = first.descendants();
            assertThat(first.isAlive()).as("killed before its end").isTrue();
            first.kill();
        }
        assertThat(servers).hasSizeGreaterThanOrEqualTo(2);
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(servers).noneMatch(ProcessHandle::isAlive));
    }

    /** Nothing is searchable while an index is being made: then the answer is 503. */
    private static long searchable(PlainClients clients) throws IOException {
        try {
            String answer = clients.ask("GET", "/cx-feedback/_count?ignore_unavailable=true", "");
            return new ObjectMapper().readTree(answer).path("count").asLong();
        } catch (ResponseException e) {
            if (e.getResponse().getStatusLine().getStatusCode() == UNAVAILABLE) {
                return 0;
            }
            throw e;
        }
    }

    private static void everyRecordIsAccountedFor(JsonNode summary) {
        long tagged = 0;
        for (JsonNode channel : summary.path("channels")) {
            tagged += channel.path("tagged").asLong();
            long accounted = 0;
            for (String outcome :
                    List.of(
                            "tagged",
                            "duplicates",
                            "superseded",
                            "deleted",
                            "filtered",
                            "deadLettered")) {
                accounted += channel.path(outcome).asLong();
            }
            assertThat(channel.path("received").asLong()).isEqualTo(accounted).isPositive();
        }
        assertThat(summary.path("channels")).hasSize(4);
        assertThat(summary.path("documents").path(FEEDBACK).asLong()).isEqualTo(tagged);
    }

    /** Ids of the plan that the directory remembers. */
    private Set<String> live() throws IOException {
        Properties remembered = new Properties();
        try (Reader reader = Files.newBufferedReader(directory.resolve("data/demo.properties"))) {
            remembered.load(reader);
        }
        DemoPlan plan =
                DemoWorld.generate(
                        new DemoOptions(
                                Long.parseLong(remembered.getProperty("seed")),
                                Instant.parse(remembered.getProperty("end")),
                                RECORDS));
        return plan.labels().stream()
                .map(DemoLabel::feedbackId)
                .collect(toCollection(TreeSet::new));
    }
}
