package io.throughline.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The processes of the image without a container: a standalone Flink application out of the
 * assembled layout, before a real Kafka and Elasticsearch. What it can tell and no other test can:
 * that job jar and taggers find each other across Flink's class loaders.
 */
class StandaloneFlinkIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir Path directory;

    private final List<FlinkProcess> processes = new ArrayList<>();
    private Servers servers;
    private FlinkHome home;
    private Path config;
    private FlinkRest jobManager;
    private FlinkRest metrics;
    private int reporterPort;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        servers = Servers.start(directory.resolve("servers"));
        config = servers.configuration(directory.resolve("throughline.yaml"));
        int rest = freePort();
        reporterPort = freePort();
        home =
                FlinkHome.join(
                        Files.createDirectory(directory.resolve("flink")),
                        """
                        jobmanager.rpc.address: 127.0.0.1
                        jobmanager.rpc.port: %d
                        taskmanager.host: 127.0.0.1
                        rest.port: %d
                        execution.checkpointing.dir: %s
                        cluster.registration.error-delay: 500 ms
                        """
                                .formatted(
                                        freePort(),
                                        rest,
                                        directory.resolve("checkpoints").toUri()));
        jobManager = new FlinkRest(rest);
        metrics = new FlinkRest(reporterPort);
    }

    @AfterEach
    void stop() throws IOException {
        for (FlinkProcess process : processes) {
            process.close();
        }
        if (servers != null) {
            servers.close();
        }
    }

    @Test
    void tagsGoesOnFromASavepointAndShowsItsFigures() throws Exception {
        servers.arrives("a", "The claim took forever and nobody called me back");
        servers.arrives("b", "Thank you, your adjuster was wonderful and so kind");
        FlinkProcess first = startJob(List.of());
        FlinkProcess taskManager = startTaskManager();
        awaiting(
                first,
                () -> assertThat(servers.searchable()).containsExactly("a negative", "b positive"));
        assertThat(jobManager.json("/jobs/overview").at("/jobs/0/state").asText())
                .isEqualTo("RUNNING");
        awaiting(
                first,
                () ->
                        assertThat(metrics.text("/metrics"))
                                .contains("flink_taskmanager_job_task_operator_numRecordsIn"));

        String savepoint = stopWithSavepoint();
        assertThat(first.awaitEnd(PATIENCE)).as("%s", first.log()).isZero();
        taskManager.terminate();
        servers.forget("a");
        servers.arrives("c", "The agent lied to me and the repair was terrible");

        FlinkProcess second = startJob(List.of("--fromSavepoint", savepoint));
        startTaskManager();
        awaiting(
                second,
                () ->
                        assertThat(servers.searchable())
                                .as("what was tagged before the savepoint is not tagged again")
                                .containsExactly("b positive", "c negative"));
    }

    private FlinkProcess startJob(List<String> more) throws IOException {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "standalone-job",
                                "-D",
                                "jobmanager.memory.process.size=900m",
                                "-D",
                                "metrics.reporter.prom.port=0",
                                "--job-classname",
                                "io.throughline.pipeline.tagging.TaggingJob"));
        arguments.addAll(more);
        // What comes after the two dashes is the job's: Flink would take --config for --configDir.
        arguments.addAll(List.of("--", "--config", config.toString()));
        return started(home.start("job-manager", arguments));
    }

    private FlinkProcess startTaskManager() throws IOException {
        return started(
                home.start(
                        "task-manager",
                        List.of(
                                "taskmanager",
                                "-D",
                                "taskmanager.memory.process.size=1400m",
                                "-D",
                                "metrics.reporter.prom.port=" + reporterPort)));
    }

    private FlinkProcess started(FlinkProcess process) {
        processes.add(process);
        return process;
    }

    private String stopWithSavepoint() throws Exception {
        String job = jobManager.json("/jobs").at("/jobs/0/id").asText();
        String path = "/jobs/" + job + "/";
        String request =
                jobManager
                        .post(
                                path + "stop",
                                "{\"drain\": false, \"targetDirectory\": \""
                                        + directory.resolve("savepoints").toUri()
                                        + "\"}")
                        .path("request-id")
                        .asText();
        return await().atMost(PATIENCE)
                .until(
                        () -> jobManager.json(path + "savepoints/" + request),
                        answer -> answer.at("/status/id").asText().equals("COMPLETED"))
                .at("/operation/location")
                .asText();
    }

    /** Waits, but not for a process that has ended. */
    private static void awaiting(FlinkProcess process, ThrowingRunnable assertion) {
        await().atMost(PATIENCE)
                .failFast(() -> process.checkAlive())
                .pollInterval(Duration.ofMillis(250))
                .ignoreException(IOException.class)
                .untilAsserted(assertion);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
