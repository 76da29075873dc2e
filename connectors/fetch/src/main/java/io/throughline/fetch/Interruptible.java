package io.throughline.fetch;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A queue between the threads that input arrives on and the one thread that waits for it, whose
 * waiting {@link #wakeUp} cuts short. A wake-up that comes while nobody waits is kept for the next
 * wait, so that none is lost between two of them. Whoever puts bounds what is in it.
 */
public final class Interruptible<T> {

    /**
     * How a wait ended.
     *
     * @param item empty after a wake-up or when the time was over
     * @param timedOut whether the time was over
     */
    public record Waited<T>(Optional<T> item, boolean timedOut) {}

    private final BlockingQueue<Optional<T>> queue = new LinkedBlockingQueue<>();

    /** Puts an item at the end. */
    public void put(T item) {
        queue.add(Optional.of(item));
    }

    /** Waits for the next item, the end of the time or a wake-up. */
    public Waited<T> next(Duration timeout) throws InterruptedException {
        Optional<T> item = queue.poll(Math.max(0, timeout.toNanos()), TimeUnit.NANOSECONDS);
        return item == null ? new Waited<>(Optional.empty(), true) : new Waited<>(item, false);
    }

    /** Ends the wait under way, or else the next. */
    public void wakeUp() {
        queue.add(Optional.empty());
    }
}
