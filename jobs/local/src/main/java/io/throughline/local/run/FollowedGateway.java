package io.throughline.local.run;

import io.throughline.local.gateway.PushGateway;
import io.throughline.pipeline.config.ConfigWatch;
import io.throughline.pipeline.config.ConfiguredChannel;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The channels that are pushed, as a configuration file changes. The gateway is opened with the
 * first of them, and stays when the last one goes: its address is not given away. What cannot be
 * used leaves the channels as they are.
 */
final class FollowedGateway implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FollowedGateway.class);
    private static final Duration LOOK_INTERVAL = Duration.ofSeconds(3);

    private final ConfigWatch watch;
    private final Function<List<ConfiguredChannel>, Optional<PushGateway>> opener;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "gateway-configuration");
                        thread.setDaemon(true);
                        return thread;
                    });
    private Optional<PushGateway> gateway;

    /**
     * @param gateway that is open already
     * @param opener opens one when a channel among those given is pushed
     */
    FollowedGateway(
            ConfigWatch watch,
            Optional<PushGateway> gateway,
            Function<List<ConfiguredChannel>, Optional<PushGateway>> opener) {
        this.watch = watch;
        this.gateway = gateway;
        this.opener = opener;
    }

    FollowedGateway start() {
        timer.scheduleWithFixedDelay(
                this::look,
                LOOK_INTERVAL.toMillis(),
                LOOK_INTERVAL.toMillis(),
                TimeUnit.MILLISECONDS);
        return this;
    }

    private void look() {
        try {
            watch.changed().ifPresent(config -> take(config.channels()));
        } catch (IOException | RuntimeException e) {
            LOG.error("The channels that are pushed stay as they are: {}", e.getMessage());
        }
    }

    private void take(List<ConfiguredChannel> channels) {
        if (gateway.isPresent()) {
            gateway.get().replace(channels);
        } else {
            gateway = opener.apply(channels);
            gateway.ifPresent(opened -> LOG.info("Gateway opened at {}", opened.url()));
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
