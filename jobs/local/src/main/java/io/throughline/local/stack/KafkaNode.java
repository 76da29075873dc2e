package io.throughline.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.configuration.MemorySize;

/** The broker's process, seen from the launcher. */
final class KafkaNode implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(12);

    private final int port;
    private final ChildProcess process;
    private final Path ready;
    private final Path log;

    private KafkaNode(int port, ChildProcess process, Path ready, Path log) {
        this.port = port;
        this.process = process;
        this.ready = ready;
        this.log = log;
    }

    /** Starts the process; {@link #awaitReady} waits for it to serve. */
    static KafkaNode launch(DataDirectory data, int port, int controllerPort, MemorySize heap) {
        Path settings = data.kafka().resolve("server.properties");
        Path logging = data.kafka().resolve("log4j2.properties");
        Path ready = data.kafka().resolve("ready");
        Path log = data.logs().resolve("kafka.log");
        try {
            Files.deleteIfExists(ready);
            try (var writer = Files.newBufferedWriter(settings)) {
                new KafkaSettings(port, controllerPort, data.kafkaLogs())
                        .properties()
                        .store(writer, "Written at each start");
            }
            Files.writeString(logging, Logging.toFile(log, "warn"));
        } catch (IOException e) {
            throw new StackException(
                    "The broker's configuration cannot be written: " + e.getMessage(), e);
        }
        List<String> command =
                List.of(
                        JavaHome.executable().toString(),
                        "-Xmx" + heap.getMebiBytes() + "m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:ErrorFile=" + data.logs().resolve("kafka-crash.log"),
                        "-Djava.awt.headless=true",
                        "-Dfile.encoding=UTF-8",
                        "-Dlog4j2.configurationFile=" + logging.toUri(),
                        KafkaBroker.class.getName(),
                        settings.toString(),
                        ready.toString());
        ChildProcess process =
                ChildProcess.start(
                        "Kafka",
                        command,
                        Map.of("CLASSPATH", absoluteClassPath()),
                        data.kafka(),
                        data.logs().resolve("kafka-console.log"));
        return new KafkaNode(port, process, ready, log);
    }

    private static String absoluteClassPath() {
        String separator = java.io.File.pathSeparator;
        return java.util.Arrays.stream(System.getProperty("java.class.path").split(separator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(java.util.stream.Collectors.joining(separator));
    }

    /**
     * Waits until the broker serves.
     *
     * @throws StackException when it ends before, or takes longer than three minutes
     */
    void awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (!Files.exists(ready)) {
            if (!process.isAlive()) {
                throw process.failure("ended while it started", log);
            }
            if (System.nanoTime() > deadline) {
                throw process.failure(
                        "did not get ready within " + LONGEST_START.toSeconds() + " s", log);
            }
            Thread.sleep(50);
        }
    }

    String bootstrap() {
        return "127.0.0.1:" + port;
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
        process.stop('q', LONGEST_STOP);
    }
}
