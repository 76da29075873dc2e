package io.throughline.polling;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of a reader: a bounded number on which channels take turns, first come, first served,
 * and one that keeps the time. A channel that pauses takes no thread.
 */
final class Turns implements AutoCloseable {

    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

    private final ThreadPoolExecutor pool;
    private final ScheduledThreadPoolExecutor timer;

    /**
     * @param threads most of them
     * @param loader where fetchers find their classes
     */
    Turns(int threads, ClassLoader loader) {
        this.pool =
                new ThreadPoolExecutor(
                        threads,
                        threads,
                        IDLE.toMillis(),
                        TimeUnit.MILLISECONDS,
                        new LinkedBlockingQueue<>(),
                        factory("channel-fetch-", loader),
                        new ThreadPoolExecutor.DiscardPolicy());
        this.pool.allowCoreThreadTimeOut(true);
        this.timer =
                new ScheduledThreadPoolExecutor(
                        1,
                        factory("channel-timer-", loader),
                        new ThreadPoolExecutor.DiscardPolicy());
        this.timer.setRemoveOnCancelPolicy(true);
    }

    private static ThreadFactory factory(String prefix, ClassLoader loader) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, prefix + number.incrementAndGet());
            thread.setDaemon(true);
            thread.setContextClassLoader(loader);
            return thread;
        };
    }

    /** Runs a turn after a pause, when a thread is free. */
    void after(Duration pause, Runnable turn) {
        if (pause.isZero() || pause.isNegative()) {
            pool.execute(turn);
        } else {
            timer.schedule(() -> pool.execute(turn), pause.toMillis() + 1, TimeUnit.MILLISECONDS);
        }
    }

    /** Runs a short task again and again. */
    void every(Duration period, Runnable task) {
        timer.scheduleWithFixedDelay(
                task, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Number of turns that are due and find no thread. */
    int waiting() {
        return pool.getQueue().size();
    }

    /**
     * Takes no more turns and waits until those that are due have ended, which closes their
     * fetchers; one that does not end in time is interrupted.
     */
    @Override
    public void close() throws InterruptedException {
        timer.shutdownNow();
        pool.shutdown();
        if (!pool.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            pool.shutdownNow();
            pool.awaitTermination(LONGEST_CLOSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
