package io.throughline.kafka;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/**
 * Tells whether {@link Topics#RAW} can be reached. An answer holds for a second, however many ask,
 * and no one waits longer than two.
 */
public final class BrokerProbe implements BooleanSupplier, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final Admin admin;
    private boolean reachable;
    private long askedAt;
    private boolean asked;

    private BrokerProbe(Admin admin) {
        this.admin = admin;
    }

    /** A probe of the broker of the settings, which need not be there. */
    public static BrokerProbe open(KafkaSettings settings) {
        try {
            return new BrokerProbe(Admin.create(settings.adminProperties()));
        } catch (KafkaException e) {
            throw Problems.explain(settings, "open an admin client", e);
        }
    }

    /** Whether the broker knows the topic. */
    @Override
    public synchronized boolean getAsBoolean() {
        if (!asked || System.nanoTime() - askedAt > FRESH_NANOS) {
            reachable = ask();
            askedAt = System.nanoTime();
            asked = true;
        }
        return reachable;
    }

    private boolean ask() {
        try {
            admin.describeTopics(List.of(Topics.RAW))
                    .allTopicNames()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        admin.close(PATIENCE);
    }
}
