package io.throughline.local.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.flink.configuration.MemorySize;

/**
 * A real Elasticsearch node on 127.0.0.1 without a broker beside it, for what needs documents
 * alone. It ends with this JVM, however that ends, as those of an {@link EmbeddedStack} do.
 */
public final class EmbeddedElasticsearch implements AutoCloseable {

    private final DirectoryLock lock;
    private final Watchdog watchdog;
    private final ElasticsearchNode node;
    private final NodeAccess access;

    private EmbeddedElasticsearch(
            DirectoryLock lock, Watchdog watchdog, ElasticsearchNode node, NodeAccess access) {
        this.lock = lock;
        this.watchdog = watchdog;
        this.node = node;
        this.access = access;
    }

    /**
     * Starts a node that asks nobody who they are, and returns when it serves.
     *
     * @param directory holds what it keeps; created when missing
     * @throws StackException when the directory or the disk is not to be had, or it does not start
     */
    public static EmbeddedElasticsearch start(Path directory, MemorySize heap) {
        return start(directory, heap, NodeAccess.OPEN);
    }

    /** As {@link #start}, with security switched on and one {@link #administrator()}. */
    public static EmbeddedElasticsearch startSecured(Path directory, MemorySize heap) {
        return start(directory, heap, NodeAccess.secured());
    }

    private static EmbeddedElasticsearch start(Path directory, MemorySize heap, NodeAccess access) {
        DataDirectory data = DataDirectory.open(directory);
        DirectoryLock lock = DirectoryLock.acquire(data.lock());
        List<Runnable> undo = new ArrayList<>(List.of(lock::close));
        try {
            data.checkFreeSpace();
            Watchdog watchdog = Watchdog.start();
            undo.add(watchdog::close);
            ElasticsearchNode node;
            try (Ports ports = new Ports()) {
                int http = ports.fixedOrFree("Elasticsearch", OptionalInt.empty());
                int transport = ports.free();
                ports.close();
                node = ElasticsearchNode.launch(data, http, transport, heap, access);
            }
            undo.add(node::kill);
            watchdog.watch(node.identity());
            lock.record(List.of(node.identity()));
            node.awaitReady();
            return new EmbeddedElasticsearch(lock, watchdog, node, access);
        } catch (InterruptedException e) {
            undo(undo);
            Thread.currentThread().interrupt();
            throw new StackException("Elasticsearch was not waited for", e);
        } catch (RuntimeException e) {
            undo(undo);
            throw e;
        }
    }

    private static void undo(List<Runnable> steps) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            steps.get(i).run();
        }
    }

    /** Where the node's REST interface is, without a slash at the end. */
    public String url() {
        return node.url();
    }

    /** Number of the node's process. */
    public long pid() {
        return node.identity().pid();
    }

    /** Name of the user who may everything; empty when the node asks nobody. */
    public Optional<String> administrator() {
        return access.password().map(password -> NodeAccess.ADMINISTRATOR);
    }

    /** Password of the {@link #administrator()}. */
    public Optional<String> password() {
        return access.password();
    }

    @Override
    public void close() {
        try {
            node.close();
        } finally {
            watchdog.close();
            lock.close();
        }
    }
}
