package io.throughline.local.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/**
 * The configuration of the embedded broker, which is its own controller.
 *
 * <p>The controller is named by {@code controller.quorum.voters} and not written into the storage
 * (as {@code --standalone} does), because its port may be another one at each start.
 */
record KafkaSettings(int port, int controllerPort, Path logDirectory) {

    /** A transaction of a stopped launcher can still be committed when it is started again. */
    static final Duration LONGEST_TRANSACTION = Duration.ofDays(7);

    /** 16 MiB, the largest payload that is kept, and its headers. */
    static final int LARGEST_MESSAGE_BYTES = (16 << 20) + (64 << 10);

    static final Duration RETENTION = Duration.ofDays(365);

    /** As Kafka reads them. */
    Properties properties() {
        Properties settings = new Properties();
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", "1");
        settings.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.setProperty("controller.listener.names", "CONTROLLER");
        settings.setProperty("inter.broker.listener.name", "PLAINTEXT");
        settings.setProperty(
                "listeners",
                "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.setProperty(
                "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.setProperty("log.dirs", logDirectory.toString());
        singleCopies(settings);
        limits(settings);
        smallFootprint(settings);
        return settings;
    }

    private static void singleCopies(Properties settings) {
        settings.setProperty("default.replication.factor", "1");
        settings.setProperty("min.insync.replicas", "1");
        for (String log : new String[] {"transaction.state.log", "share.coordinator.state.topic"}) {
            settings.setProperty(log + ".replication.factor", "1");
            settings.setProperty(log + ".min.isr", "1");
            settings.setProperty(log + ".num.partitions", "4");
        }
        settings.setProperty("offsets.topic.replication.factor", "1");
        settings.setProperty("offsets.topic.num.partitions", "4");
        settings.setProperty("auto.create.topics.enable", "false");
    }

    private static void limits(Properties settings) {
        settings.setProperty(
                "transaction.max.timeout.ms", Long.toString(LONGEST_TRANSACTION.toMillis()));
        settings.setProperty("message.max.bytes", Integer.toString(LARGEST_MESSAGE_BYTES));
        settings.setProperty("replica.fetch.max.bytes", Integer.toString(LARGEST_MESSAGE_BYTES));
        settings.setProperty("log.retention.ms", Long.toString(RETENTION.toMillis()));
        settings.setProperty("log.retention.bytes", "-1");
        settings.setProperty("group.initial.rebalance.delay.ms", "0");
    }

    private static void smallFootprint(Properties settings) {
        settings.setProperty("num.network.threads", "2");
        settings.setProperty("num.io.threads", "4");
        settings.setProperty("background.threads", "2");
        settings.setProperty("num.recovery.threads.per.data.dir", "2");
        settings.setProperty("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20));
        settings.setProperty("log.segment.bytes", Integer.toString(256 << 20));
    }
}
