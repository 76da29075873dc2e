package io.throughline.gateway;

import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import io.throughline.kafka.RawPublisher;
import java.time.Clock;
import java.util.Collection;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running gateway: {@code POST /channels/ID} for providers and {@code GET /health} for whoever
 * watches. It does not close the publisher that it was given.
 */
public final class Gateway implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

    private static final int SPARE_THREADS = 8;
    private static final int MIN_BYTES_PER_SECOND = 1024;

    private final Javalin server;
    private final GatewaySettings settings;

    private Gateway(Javalin server, GatewaySettings settings) {
        this.server = server;
        this.settings = settings;
    }

    /**
     * Starts to listen.
     *
     * @param clock gives the envelopes their {@code observedAt}
     * @throws GatewayStartException when the address cannot be listened on
     */
    public static Gateway start(
            GatewaySettings settings,
            Collection<PushChannel> channels,
            RawPublisher publisher,
            Clock clock) {
        Reception reception = new Reception(settings, channels, publisher, clock);
        Javalin server = Javalin.create(config -> configure(config, settings, reception));
        try {
            server.start();
        } catch (JavalinBindException e) {
            throw new GatewayStartException(
                    "The gateway cannot listen on "
                            + settings.host()
                            + ":"
                            + settings.port()
                            + ": the port is in use or not allowed. Stop what uses it, or choose"
                            + " another port (0 picks a free one).",
                    e);
        }
        LOG.info("Gateway listens on {}:{}", settings.host(), server.port());
        return new Gateway(server, settings);
    }

    private static void configure(
            io.javalin.config.JavalinConfig config, GatewaySettings settings, Reception reception) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.jetty.host = settings.host();
        config.jetty.port = settings.port();
        config.jetty.threadPool = threads(settings);
        config.jetty.modifyServer(server -> drainOnStop(server, settings));
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.routes.post("/channels/{id}", reception::receive);
        config.routes.get("/health", reception::health);
    }

    private static QueuedThreadPool threads(GatewaySettings settings) {
        int most = settings.maxInFlight() + SPARE_THREADS;
        QueuedThreadPool threads = new QueuedThreadPool(most, Math.min(most, SPARE_THREADS));
        threads.setName("gateway");
        return threads;
    }

    private static void drainOnStop(Server server, GatewaySettings settings) {
        server.setStopTimeout(settings.drainTimeout().toMillis());
        server.setHandler(new GracefulHandler(new MinimumDataRateHandler(MIN_BYTES_PER_SECOND, 0)));
    }

    /** The port that it listens on. */
    public int port() {
        return server.port();
    }

    /** Where providers post to, e.g. {@code http://127.0.0.1:8081}. */
    public String url() {
        return "http://" + settings.host() + ":" + port();
    }

    /** Takes no more requests, waits for those under way, and stops. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (JavalinException e) {
            LOG.warn(
                    "Gateway stopped before all requests were answered: their senders will post"
                            + " them again ({})",
                    e.getMessage());
        }
    }
}
