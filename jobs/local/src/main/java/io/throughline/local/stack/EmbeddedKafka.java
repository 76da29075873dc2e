package io.throughline.local.stack;

import java.nio.file.Path;

/** A broker alone, in a process of its own, for measurements that need nothing else. */
public final class EmbeddedKafka implements AutoCloseable {

    private final KafkaNode node;

    private EmbeddedKafka(KafkaNode node) {
        this.node = node;
    }

    /**
     * Starts a broker and returns when it serves.
     *
     * @param directory for its data, of no other stack
     * @throws StackException when it does not start
     */
    public static EmbeddedKafka start(Path directory) throws InterruptedException {
        DataDirectory data = DataDirectory.open(directory);
        KafkaNode node;
        try (Ports ports = new Ports()) {
            int port = ports.free();
            int controllerPort = ports.free();
            ports.close();
            node = KafkaNode.launch(data, port, controllerPort, StackMemory.DEFAULT.kafkaHeap());
        }
        try {
            node.awaitReady();
        } catch (RuntimeException | InterruptedException e) {
            node.kill();
            throw e;
        }
        return new EmbeddedKafka(node);
    }

    /** Host and port of the broker. */
    public String bootstrap() {
        return node.bootstrap();
    }

    @Override
    public void close() {
        node.close();
    }
}
