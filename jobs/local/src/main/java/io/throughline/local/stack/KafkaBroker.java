package io.throughline.local.stack;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * Main class of the broker's own process: formats the storage once, serves, and stops when its
 * standard input brings a byte or ends. Ending that way is how it learns that the launcher was
 * killed; a stop that takes too long is cut short, which a broker's storage survives.
 *
 * <p>Arguments: the configuration, and a file that is written when the broker is ready.
 */
final class KafkaBroker {

    private static final String TRANSACTIONS = "transaction.version=1";
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);
    private static final int STOPPED_BY_LAUNCHER = 0;
    private static final int LAUNCHER_GONE = 3;
    private static final int NOT_STARTED = 4;

    private KafkaBroker() {}

    public static void main(String[] arguments) throws IOException {
        Thread watch = new Thread(KafkaBroker::awaitLauncher, "launcher-watch");
        watch.setDaemon(true);
        watch.start();
        Path file = Path.of(arguments[0]);
        Properties settings = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            settings.load(reader);
        }
        KafkaConfig config = new KafkaConfig(settings);
        if (!Files.exists(Path.of(settings.getProperty("log.dirs"), "meta.properties"))) {
            format(file, System.out);
        }
        KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "kafka-stop"));
        start(server);
        Files.writeString(Path.of(arguments[1]), "ready\n");
        server.awaitShutdown();
    }

    /** Threads that were begun would keep a broker alive that never serves: it ends at once. */
    private static void start(KafkaRaftServer server) {
        try {
            server.startup();
        } catch (Throwable e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(NOT_STARTED);
        }
    }

    /**
     * Formats the storage.
     *
     * <p>Version 2 of the transaction protocol counts the producer's epoch up at every commit. A
     * job that goes on from a savepoint commits once more what was committed right after it; the
     * broker would call that producer fenced, and the log speak of lost data where nothing is lost.
     * With version 1 the second commit is simply done already.
     */
    private static void format(Path settings, PrintStream out) {
        int status =
                StorageTool.execute(
                        new String[] {
                            "format",
                            "--cluster-id",
                            Uuid.randomUuid().toString(),
                            "--feature",
                            TRANSACTIONS,
                            "--config",
                            settings.toString()
                        },
                        out);
        if (status != 0) {
            throw new IllegalStateException("formatting the storage failed with " + status);
        }
    }

    private static void awaitLauncher() {
        int status;
        try {
            status = System.in.read() < 0 ? LAUNCHER_GONE : STOPPED_BY_LAUNCHER;
        } catch (IOException e) {
            status = LAUNCHER_GONE;
        }
        Thread limit = new Thread(KafkaBroker::haltLater, "stop-limit");
        limit.setDaemon(true);
        limit.start();
        System.exit(status);
    }

    private static void haltLater() {
        try {
            Thread.sleep(LONGEST_STOP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(LAUNCHER_GONE);
    }
}
