package io.throughline.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.configuration.MemorySize;

/** The Elasticsearch node's process, seen from the launcher. */
final class ElasticsearchNode implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(12);

    private final ClusterHealth health;
    private final ChildProcess process;
    private final Path log;

    private ElasticsearchNode(ClusterHealth health, ChildProcess process, Path log) {
        this.health = health;
        this.process = process;
        this.log = log;
    }

    /** Starts the process; {@link #awaitReady} waits for it to serve. */
    static ElasticsearchNode launch(
            DataDirectory data,
            int httpPort,
            int transportPort,
            MemorySize heap,
            NodeAccess access) {
        ElasticsearchHome home = ElasticsearchHome.locate();
        Path configuration = data.elasticsearch().resolve("config");
        Path logs = data.elasticsearch().resolve("logs");
        Path temporary = data.elasticsearch().resolve("tmp");
        Path documents = data.elasticsearch().resolve("data");
        Path log = logs.resolve("elasticsearch.log");
        try {
            for (Path folder : List.of(configuration, logs, temporary, documents)) {
                Files.createDirectories(folder);
            }
            Files.writeString(
                    configuration.resolve("log4j2.properties"), Logging.toFile(log, "info"));
            access.writeTo(configuration);
        } catch (IOException e) {
            throw new StackException(
                    "The folders of Elasticsearch cannot be written ("
                            + e
                            + "): a data directory that root has used stays root's; choose"
                            + " another, or run as root again.",
                    e);
        }
        List<String> command = new ElasticsearchCommand(home, temporary, logs, heap).arguments();
        if (UnprivilegedUser.launcherIsRoot()) {
            command =
                    UnprivilegedUser.prepare(
                                    List.of(home.entitlementBridge(), JavaHome.executable()),
                                    List.of(
                                            data.elasticsearch(),
                                            configuration,
                                            logs,
                                            temporary,
                                            documents))
                            .running(command);
        }
        ChildProcess process =
                ChildProcess.start(
                        "Elasticsearch",
                        command,
                        Map.of(
                                "ES_TMPDIR", temporary.toString(),
                                "LIBFFI_TMPDIR", temporary.toString()),
                        temporary,
                        data.logs().resolve("elasticsearch-console.log"));
        ElasticsearchSettings settings =
                new ElasticsearchSettings(
                        home.directory(), documents, logs, httpPort, transportPort, access);
        ElasticsearchNode node =
                new ElasticsearchNode(
                        new ClusterHealth(httpPort, access.authorization()), process, log);
        node.hand(ServerArguments.encode(settings.asMap(), configuration, logs));
        return node;
    }

    private void hand(byte[] arguments) {
        try {
            process.send(arguments);
        } catch (IOException e) {
            throw process.failure("did not take its settings", log);
        }
    }

    /**
     * Waits until the cluster answers yellow or green.
     *
     * @throws StackException when it ends before, or takes longer than three minutes
     */
    void awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (!health.serving()) {
            if (!process.isAlive()) {
                throw process.failure("ended while it started", log);
            }
            if (System.nanoTime() > deadline) {
                throw process.failure(
                        "did not get ready within " + LONGEST_START.toSeconds() + " s", log);
            }
            Thread.sleep(100);
        }
    }

    String url() {
        return health.url();
    }

    ProcessIdentity identity() {
        return process.identity();
    }

    /** Tells when the process ends, whyever. */
    void onEnd(Consumer<String> told) {
        process.onEnd(log, told);
    }

    void kill() {
        process.kill();
    }

    @Override
    public void close() {
        process.stop(ServerArguments.STOP, LONGEST_STOP);
    }
}
