package io.throughline.polling;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/** From the threads that fetch to the task's thread. Whoever puts bounds what is in it. */
final class Handover {

    private static final CompletableFuture<Void> NOW = CompletableFuture.completedFuture(null);

    private final Queue<Delivery> queue = new ArrayDeque<>();
    private CompletableFuture<Void> available = new CompletableFuture<>();

    void put(Delivery delivery) {
        CompletableFuture<Void> waiting;
        synchronized (this) {
            queue.add(delivery);
            waiting = available;
        }
        waiting.complete(null);
    }

    /** Makes the task's thread look, though there may be nothing. */
    void nudge() {
        CompletableFuture<Void> waiting;
        synchronized (this) {
            waiting = available;
        }
        waiting.complete(null);
    }

    /** The oldest delivery; null when there is none. */
    synchronized Delivery poll() {
        return queue.poll();
    }

    /** Done when there is, or may be, something. */
    synchronized CompletableFuture<Void> available() {
        if (!queue.isEmpty()) {
            return NOW;
        }
        if (available.isDone()) {
            available = new CompletableFuture<>();
        }
        return available;
    }
}
