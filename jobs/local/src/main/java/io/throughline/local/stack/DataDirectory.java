package io.throughline.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the embedded stack keeps what: one folder a server, and one for all logs. */
record DataDirectory(Path root) {

    /** Below this, Elasticsearch would soon refuse to write. */
    static final long LEAST_FREE_BYTES = 1L << 30;

    /**
     * Creates the directory and its folders where missing.
     *
     * @throws StackException when that cannot be done
     */
    static DataDirectory open(Path root) {
        DataDirectory directory = new DataDirectory(root);
        try {
            Files.createDirectories(root);
            DataDirectory real = new DataDirectory(root.toRealPath());
            Files.createDirectories(real.kafkaLogs());
            Files.createDirectories(real.elasticsearch());
            Files.createDirectories(real.logs());
            if (!Files.isWritable(real.root())) {
                throw new IOException("not writable");
            }
            return real;
        } catch (IOException e) {
            throw new StackException(
                    "The data directory "
                            + directory.root()
                            + " cannot be used ("
                            + e
                            + "): choose one that this user may create and write.",
                    e);
        }
    }

    Path lock() {
        return root.resolve("lock");
    }

    /** Where the servers are while they run. */
    Path addresses() {
        return root.resolve("addresses.properties");
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    Path kafkaLogs() {
        return kafka().resolve("data");
    }

    Path elasticsearch() {
        return root.resolve("elasticsearch");
    }

    Path logs() {
        return root.resolve("logs");
    }

    /**
     * Makes sure that both servers can write for a while.
     *
     * @throws StackException when less than 1 GiB is free
     */
    void checkFreeSpace() {
        try {
            checkFreeSpace(Files.getFileStore(root).getUsableSpace());
        } catch (IOException e) {
            throw new StackException("The free space of " + root + " cannot be read", e);
        }
    }

    void checkFreeSpace(long usableBytes) {
        if (usableBytes < LEAST_FREE_BYTES) {
            throw new StackException(
                    "Only "
                            + (usableBytes >> 20)
                            + " MiB are free on the disk of "
                            + root
                            + ", and Elasticsearch and Kafka need 1024 MiB to start: free some"
                            + " space, or choose a data directory on another disk.");
        }
    }
}
