package io.throughline.local.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.MemorySize;

/**
 * The embedded broker without the rest of the stack, for measurements: it can be held still, as a
 * broker that is swapped out or whose disk hangs, which answers nothing and loses nothing.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final MemorySize HEAP = MemorySize.ofMebiBytes(384);
    private static final long SIGNAL_SECONDS = 10;

    private final KafkaNode node;

    private EmbeddedBroker(KafkaNode node) {
        this.node = node;
    }

    /**
     * Starts a broker and returns when it serves.
     *
     * @param directory holds everything it keeps
     * @throws StackException when it does not start
     */
    public static EmbeddedBroker start(Path directory) throws InterruptedException {
        DataDirectory data = DataDirectory.open(directory);
        int port;
        int controllerPort;
        try (Ports ports = new Ports()) {
            port = ports.fixedOrFree("Kafka", OptionalInt.empty());
            controllerPort = ports.free();
        }
        KafkaNode node = KafkaNode.launch(data, port, controllerPort, HEAP);
        try {
            node.awaitReady();
            return new EmbeddedBroker(node);
        } catch (InterruptedException | RuntimeException e) {
            node.kill();
            throw e;
        }
    }

    public String bootstrap() {
        return node.bootstrap();
    }

    /** Process number of the broker. */
    public long pid() {
        return node.identity().pid();
    }

    /** Holds the process still. */
    public void pause() throws InterruptedException {
        signal("-STOP");
    }

    /** Lets the process go on. */
    public void resume() throws InterruptedException {
        signal("-CONT");
    }

    private void signal(String signal) throws InterruptedException {
        try {
            Process kill =
                    new ProcessBuilder("kill", signal, Long.toString(pid())).inheritIO().start();
            if (!kill.waitFor(SIGNAL_SECONDS, TimeUnit.SECONDS) || kill.exitValue() != 0) {
                throw new StackException("The broker took no signal " + signal);
            }
        } catch (IOException e) {
            throw new StackException("kill cannot be run: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        node.close();
    }
}
