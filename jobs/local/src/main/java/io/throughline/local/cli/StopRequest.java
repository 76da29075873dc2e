package io.throughline.local.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Notices that the process is told to end, and keeps it until the service has ended what is under
 * way: the thread that runs the service closes this when it has.
 */
final class StopRequest implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(25);
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    private StopRequest() {}

    /**
     * Watches from now on.
     *
     * @param cutOff what is said when the service takes longer to end than it may
     */
    static StopRequest watch(String cutOff) {
        StopRequest request = new StopRequest();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> request.stop(cutOff), "stop"));
        return request;
    }

    /** Waits for two seconds; whether the process was told to end. */
    boolean within() throws InterruptedException {
        return asked.await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        stopped.countDown();
    }

    private void stop(String cutOff) {
        asked.countDown();
        try {
            if (!stopped.await(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
                System.err.println(cutOff);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
