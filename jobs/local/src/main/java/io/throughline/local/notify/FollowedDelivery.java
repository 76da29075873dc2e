package io.throughline.local.notify;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after a delivery beside something else that runs, which it does not take down. */
public final class FollowedDelivery implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FollowedDelivery.class);
    private static final Duration LOOK_INTERVAL = Duration.ofSeconds(3);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(30);

    private final AlertDelivery delivery;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "alert-delivery");
                        thread.setDaemon(true);
                        return thread;
                    });

    /**
     * @param delivery closed with this
     */
    public FollowedDelivery(AlertDelivery delivery) {
        this.delivery = delivery;
    }

    /** Starts to look. */
    public FollowedDelivery start() {
        timer.scheduleWithFixedDelay(
                this::look, 0, LOOK_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    private void look() {
        try {
            delivery.look();
        } catch (RuntimeException e) {
            LOG.error("Alerts are not delivered: {}", e.getMessage(), e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        try {
            // In the thread that looks, so that nothing is started anew meanwhile.
            timer.submit(delivery::close).get(CLOSE_PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
            LOG.warn("The delivery of alerts did not stop cleanly", e);
        } finally {
            timer.shutdownNow();
        }
    }
}
