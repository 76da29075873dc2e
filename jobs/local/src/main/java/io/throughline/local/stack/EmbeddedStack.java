package io.throughline.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A real Kafka broker and a real Elasticsearch node on 127.0.0.1, each in its own process, with
 * data that is kept between runs.
 *
 * <p>The hard part is their end. {@link #close()} stops both in good order within 20 seconds. When
 * this JVM is killed instead, the servers see their standard input end and stop by themselves, and
 * a watchdog kills what has not stopped 15 seconds later. Ctrl-C does not reach them: whoever
 * handles it closes the stack after the jobs that write to it.
 */
public final class EmbeddedStack implements AutoCloseable {

    private final StackOptions options;
    private final DirectoryLock lock;
    private final Watchdog watchdog;
    private final KafkaNode kafka;
    private final ElasticsearchNode elasticsearch;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedStack(
            StackOptions options,
            DirectoryLock lock,
            Watchdog watchdog,
            KafkaNode kafka,
            ElasticsearchNode elasticsearch) {
        this.options = options;
        this.lock = lock;
        this.watchdog = watchdog;
        this.kafka = kafka;
        this.elasticsearch = elasticsearch;
    }

    /**
     * Starts both servers side by side and returns when both serve.
     *
     * @throws StackException when the directory, a port or the disk is not to be had, or a server
     *     does not start; nothing is left running then
     */
    public static EmbeddedStack start(StackOptions options) {
        DataDirectory data = DataDirectory.open(options.dataDirectory());
        DirectoryLock lock = DirectoryLock.acquire(data.lock());
        try {
            Leftovers.awaitEnd(lock.leftovers(), options.progress());
            data.checkFreeSpace();
            return PortRace.run(options.progress(), () -> launch(options, data, lock));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedStack launch(
            StackOptions options, DataDirectory data, DirectoryLock lock) {
        Watchdog watchdog = Watchdog.start();
        List<Runnable> undo = new ArrayList<>(List.of(watchdog::close));
        try {
            long start = System.nanoTime();
            options.progress().report("Starting Kafka and Elasticsearch");
            ElasticsearchNode elasticsearch;
            KafkaNode kafka;
            try (Ports ports = new Ports()) {
                int kafkaPort = ports.fixedOrFree("Kafka", options.kafkaPort());
                int httpPort = ports.fixedOrFree("Elasticsearch", options.elasticsearchPort());
                int controllerPort = ports.free();
                int transportPort = ports.free();
                ports.close();
                elasticsearch =
                        ElasticsearchNode.launch(
                                data,
                                httpPort,
                                transportPort,
                                options.memory().elasticsearchHeap(),
                                NodeAccess.OPEN);
                undo.add(elasticsearch::kill);
                watchdog.watch(elasticsearch.identity());
                kafka =
                        KafkaNode.launch(
                                data, kafkaPort, controllerPort, options.memory().kafkaHeap());
                undo.add(kafka::kill);
                watchdog.watch(kafka.identity());
            }
            lock.record(List.of(kafka.identity(), elasticsearch.identity()));
            EmbeddedStack stack = new EmbeddedStack(options, lock, watchdog, kafka, elasticsearch);
            stack.awaitReady(start);
            new ServerAddresses(stack.kafkaBootstrap(), stack.elasticsearchUrl())
                    .write(data.addresses());
            kafka.onEnd(stack::lost);
            elasticsearch.onEnd(stack::lost);
            return stack;
        } catch (RuntimeException e) {
            for (int i = undo.size() - 1; i >= 0; i--) {
                undo.get(i).run();
            }
            throw e;
        }
    }

    /** A server that ended while nobody had asked for it. */
    private void lost(String sentence) {
        if (!closed.get()) {
            options.progress().lost(sentence);
        }
    }

    private void awaitReady(long start) {
        CompletableFuture<Void> kafkaReady =
                waiting(kafka::awaitReady, "Kafka is ready at " + kafkaBootstrap(), start);
        CompletableFuture<Void> elasticsearchReady =
                waiting(
                        elasticsearch::awaitReady,
                        "Elasticsearch is ready at " + elasticsearchUrl(),
                        start);
        try {
            CompletableFuture.anyOf(
                            CompletableFuture.allOf(kafkaReady, elasticsearchReady),
                            failureOf(kafkaReady),
                            failureOf(elasticsearchReady))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StackException known
                    ? known
                    : new StackException("The embedded stack did not start", e.getCause());
        }
    }

    /** Completes only when the other fails, so that the first failure ends the waiting. */
    private static CompletableFuture<Void> failureOf(CompletableFuture<Void> other) {
        CompletableFuture<Void> failure = new CompletableFuture<>();
        other.whenComplete(
                (done, problem) -> {
                    if (problem != null) {
                        failure.completeExceptionally(problem);
                    }
                });
        return failure;
    }

    private CompletableFuture<Void> waiting(Waiting waiting, String ready, long start) {
        CompletableFuture<Void> result = new CompletableFuture<>();
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                waiting.await();
                                double seconds = (System.nanoTime() - start) / 1e9;
                                options.progress()
                                        .report(ready + " after " + Math.round(seconds) + " s");
                                result.complete(null);
                            } catch (InterruptedException | RuntimeException e) {
                                result.completeExceptionally(e);
                            }
                        },
                        "stack-start");
        thread.setDaemon(true);
        thread.start();
        return result;
    }

    private interface Waiting {
        void await() throws InterruptedException;
    }

    /** Host and port of the broker. */
    public String kafkaBootstrap() {
        return kafka.bootstrap();
    }

    /** Where the node's REST interface is, without a slash at the end. */
    public String elasticsearchUrl() {
        return elasticsearch.url();
    }

    /** Every process of the stack: the broker, the node, and the watchdog. */
    public List<Long> pids() {
        return List.of(kafka.identity().pid(), elasticsearch.identity().pid(), watchdog.pid());
    }

    /** Stops both servers, within 20 seconds. A second call does nothing. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        options.progress().report("Stopping Kafka and Elasticsearch");
        try {
            CompletableFuture<Void> stopping = CompletableFuture.runAsync(elasticsearch::close);
            kafka.close();
            stopping.join();
            Files.deleteIfExists(new DataDirectory(options.dataDirectory()).addresses());
        } catch (IOException e) {
            throw new StackException("The addresses of the servers cannot be removed", e);
        } finally {
            watchdog.close();
            lock.close();
        }
    }
}
