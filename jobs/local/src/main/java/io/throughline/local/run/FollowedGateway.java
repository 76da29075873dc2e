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
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private final Consumer<String> tell;
    private Optional<PushGateway> gateway;
    private boolean looked;

    /**
     * @param gateway that is open already
     * @param opener opens one when a channel among those given is pushed
     * @param tell tells a person what was taken or could not be
     */
    FollowedGateway(
            ConfigWatch watch,
            Optional<PushGateway> gateway,
            Function<List<ConfiguredChannel>, Optional<PushGateway>> opener,
            Consumer<String> tell) {
        this.watch = watch;
        this.gateway = gateway;
        this.opener = opener;
        this.tell = tell;
    }

    FollowedGateway start() {
        timer.scheduleWithFixedDelay(
                this::look,
                LOOK_INTERVAL.toMillis(),
                LOOK_INTERVAL.toMillis(),
                TimeUnit.MILLISECONDS);
        return this;
    }

    /** The first look finds what the run was started with, of which nothing need be said. */
    void look() {
        try {
            watch.changed().ifPresent(config -> take(config.channels()));
        } catch (IOException | RuntimeException e) {
            LOG.error("The channels that are pushed stay as they are: {}", e.getMessage());
            tell.accept(
                    "The configuration cannot be used, the last good one stays in force:\n"
                            + e.getMessage());
        }
        looked = true;
    }

    private void take(List<ConfiguredChannel> channels) {
        if (gateway.isPresent()) {
            gateway.get().replace(channels);
        } else {
            gateway = opener.apply(channels);
            gateway.ifPresent(opened -> tell.accept("Gateway        " + opened.url()));
        }
        if (looked) {
            tell.accept(
                    "Channels       "
                            + channels.stream()
                                    .map(channel -> channel.definition().id())
                                    .collect(Collectors.joining(", ")));
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
