package io.throughline.notify.deliver;

import io.throughline.alert.Alert;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Works at one desk in a thread of its own, so that nobody waits for another's receiver. */
final class Worker implements AutoCloseable {

    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(15);
    private static final Duration SHORTEST_NAP = Duration.ofMillis(20);

    private final Desk desk;
    private final Courier courier;
    private final Clock clock;
    private final Consumer<Throwable> failed;
    private final Semaphore news = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    Worker(String name, Desk desk, Courier courier, Clock clock, Consumer<Throwable> failed) {
        this.desk = desk;
        this.courier = courier;
        this.clock = clock;
        this.failed = failed;
        this.thread = new Thread(this::run, "receiver-" + name);
        thread.setDaemon(true);
    }

    void put(Alert alert) {
        desk.put(alert);
        news.release();
    }

    /** Begins to deliver; what was put down before is looked at together. */
    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!closed) {
                news.drainPermits();
                Duration nap = Duration.between(clock.instant(), desk.work());
                Duration atLeast = nap.compareTo(SHORTEST_NAP) < 0 ? SHORTEST_NAP : nap;
                boolean unused = news.tryAcquire(atLeast.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            failed.accept(e);
        }
    }

    /** Lets what is on its way come through, and stops. */
    @Override
    public void close() {
        closed = true;
        news.release();
        try {
            thread.join(CLOSE_PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
        courier.close();
    }
}
