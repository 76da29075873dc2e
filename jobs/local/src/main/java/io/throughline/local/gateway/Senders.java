package io.throughline.local.gateway;

import io.throughline.local.gateway.GatewayBench.Load;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.BitSet;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** Providers that post at a rate, whatever the answers, and post again what was not taken. */
final class Senders {

    private static final Duration AFTER_A_BREAK = Duration.ofSeconds(1);

    /**
     * More than the gateway takes requests, so that it has to refuse some while Kafka stands still.
     */
    private static final int MOST_CONNECTIONS = 1600;

    private static final long JITTER_MILLIS = 1000;

    private final Load load;
    private final int first;
    private final Posts posts;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ScheduledExecutorService again = Executors.newSingleThreadScheduledExecutor();
    private final Queue<Integer> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore connections = new Semaphore(MOST_CONNECTIONS);
    private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();
    private final BitSet accepted = new BitSet();
    private final CountDownLatch open;
    private final Latencies latencies;
    private long startedAt;

    /**
     * @param first number of the first post
     */
    Senders(String url, Load load, int first) {
        this.load = load;
        this.first = first;
        this.posts = new Posts(url);
        this.open = new CountDownLatch(load.posts());
        this.latencies = new Latencies();
    }

    /** Sends everything, and waits until all is taken or the longest end has come. */
    void run() throws InterruptedException {
        startedAt = System.nanoTime();
        double perNano = load.rate() / 1e9;
        int sent = 0;
        while (sent < load.posts()) {
            int due = (int) Math.min((System.nanoTime() - startedAt) * perNano, load.posts());
            while (sent < due) {
                dispatch(first + sent++);
            }
            LockSupport.parkNanos(500_000);
        }
        open.await(load.longestEnd().toMillis(), TimeUnit.MILLISECONDS);
        again.shutdownNow();
    }

    /** Sends it, or has it wait for a connection: a proxy before a gateway has so many, too. */
    private void dispatch(int number) {
        waiting.add(number);
        drain();
    }

    private void drain() {
        while (!waiting.isEmpty() && connections.tryAcquire()) {
            Integer number = waiting.poll();
            if (number == null) {
                connections.release();
            } else {
                send(number);
            }
        }
    }

    private void send(int number) {
        long start = System.nanoTime();
        CompletableFuture<Void> unused =
                client.sendAsync(posts.post(number), BodyHandlers.discarding())
                        .handle(
                                (answer, failure) -> {
                                    connections.release();
                                    answered(number, answer, start);
                                    drain();
                                    return null;
                                });
    }

    private void answered(int number, HttpResponse<Void> answer, long start) {
        String status = answer == null ? "broken" : Integer.toString(answer.statusCode());
        answers.computeIfAbsent(status, any -> new LongAdder()).increment();
        if (answer != null && answer.statusCode() / 100 == 2) {
            latencies.add(start - startedAt, System.nanoTime() - start);
            accept(number);
        } else {
            later(number, retryAfter(answer));
        }
    }

    private void accept(int number) {
        synchronized (accepted) {
            if (!accepted.get(number)) {
                accepted.set(number);
                open.countDown();
            }
        }
    }

    private void later(int number, Duration pause) {
        long millis = pause.toMillis() + ThreadLocalRandom.current().nextLong(JITTER_MILLIS);
        if (!again.isShutdown()) {
            var unused = again.schedule(() -> dispatch(number), millis, TimeUnit.MILLISECONDS);
        }
    }

    private static Duration retryAfter(HttpResponse<Void> answer) {
        return answer == null
                ? AFTER_A_BREAK
                : answer.headers()
                        .firstValue("Retry-After")
                        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                        .orElse(AFTER_A_BREAK);
    }

    long sent() {
        return load.posts();
    }

    long attempts() {
        return answers.values().stream().mapToLong(LongAdder::sum).sum();
    }

    Map<String, Long> answers() {
        Map<String, Long> sums = new TreeMap<>();
        answers.forEach((status, count) -> sums.put(status, count.sum()));
        return sums;
    }

    long accepted() {
        return acceptedNumbers().cardinality();
    }

    long unanswered() {
        return load.posts() - accepted();
    }

    BitSet acceptedNumbers() {
        synchronized (accepted) {
            return (BitSet) accepted.clone();
        }
    }

    Map<String, Double> latencies() {
        return latencies.summary(Duration.ofSeconds(load.seconds()));
    }
}
