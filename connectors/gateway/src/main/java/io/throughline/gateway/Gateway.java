package io.throughline.gateway;

import io.throughline.kafka.RawPublisher;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running gateway: {@code POST /channels/ID} for providers; {@code GET /health}, {@code /ready}
 * and {@code /metrics} for whoever watches. It does not close what it was given.
 */
public final class Gateway implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

    private static final int PUBLISHERS = 24;
    private static final int SPARE_THREADS = 16;
    private static final int MIN_BYTES_PER_SECOND = 1024;
    private static final int MAX_HEADER_BYTES = 16 * 1024;
    private static final Duration IDLE_WHEN_FULL = Duration.ofSeconds(1);
    private static final Duration LOG_PACE = Duration.ofSeconds(5);

    private final Server server;
    private final ServerConnector connector;
    private final Channels channels;
    private final GatewaySettings settings;
    private final ScheduledExecutorService reporter;

    private Gateway(
            Server server,
            ServerConnector connector,
            Channels channels,
            GatewaySettings settings,
            ScheduledExecutorService reporter) {
        this.server = server;
        this.connector = connector;
        this.channels = channels;
        this.settings = settings;
        this.reporter = reporter;
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
        return start(settings, channels, GatewayLinks.of(publisher, clock));
    }

    /**
     * Starts to listen.
     *
     * @throws GatewayStartException when the address cannot be listened on
     */
    public static Gateway start(
            GatewaySettings settings, Collection<PushChannel> channels, GatewayLinks links) {
        QueuedThreadPool threads = new QueuedThreadPool(PUBLISHERS + SPARE_THREADS, SPARE_THREADS);
        threads.setName("gateway");
        Server server = new Server(threads);
        ServerConnector connector = connector(server, settings);
        Channels switchedOn = new Channels(channels, links.clock());
        server.setHandler(
                new GracefulHandler(
                        new MinimumDataRateHandler(
                                reception(settings, switchedOn, links), MIN_BYTES_PER_SECOND, 0)));
        server.setErrorHandler(
                (request, response, callback) -> {
                    callback.succeeded();
                    return true;
                });
        server.setStopTimeout(settings.drainTimeout().toMillis());
        listen(server, settings);
        LOG.info("Gateway listens on {}:{}", settings.host(), connector.getLocalPort());
        return new Gateway(server, connector, switchedOn, settings, reporter(switchedOn, links));
    }

    private static ServerConnector connector(Server server, GatewaySettings settings) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
        http.setHeaderCacheSize(0); // else each connection keeps a hundred kilobytes of names
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setAcceptQueueSize(settings.maxInFlight());
        server.addConnector(connector);
        NetworkConnectionLimit limit =
                new NetworkConnectionLimit(settings.maxConnections(), connector);
        limit.setEndPointIdleTimeout(IDLE_WHEN_FULL.toMillis());
        server.addBean(limit);
        return connector;
    }

    private static Reception reception(
            GatewaySettings settings, Channels channels, GatewayLinks links) {
        Places places = new Places(settings.maxInFlight(), settings.maxInFlightBytes());
        ReplayGuard replays = new ReplayGuard(ReplayGuard.MOST);
        LongAdder elsewhere = new LongAdder();
        Intake intake =
                new Intake(
                        settings,
                        links.publisher(),
                        places,
                        replays,
                        new Semaphore(PUBLISHERS),
                        new Pace(LOG_PACE),
                        links.clock());
        KafkaReach kafka = new KafkaReach(links.kafkaReachable());
        MetricsPage metrics =
                new MetricsPage(channels, places, replays, elsewhere, kafka, links.clock());
        return new Reception(intake, channels, metrics, elsewhere, kafka);
    }

    private static void listen(Server server, GatewaySettings settings) {
        try {
            server.start();
        } catch (IOException e) {
            stop(server);
            throw new GatewayStartException(
                    "The gateway cannot listen on "
                            + settings.host()
                            + ":"
                            + settings.port()
                            + ": the port is in use or not allowed. Stop what uses it, or choose"
                            + " another port (0 picks a free one).",
                    e);
        } catch (Exception e) {
            stop(server);
            throw new GatewayStartException("The gateway cannot start: " + e.getMessage(), e);
        }
    }

    private static ScheduledExecutorService reporter(Channels channels, GatewayLinks links) {
        ScheduledExecutorService reporter =
                Executors.newSingleThreadScheduledExecutor(
                        task -> {
                            Thread thread = new Thread(task, "gateway-health");
                            thread.setDaemon(true);
                            return thread;
                        });
        var unused =
                reporter.scheduleWithFixedDelay(
                        () -> report(channels, links), 1, 1, TimeUnit.SECONDS);
        return reporter;
    }

    private static void report(Channels channels, GatewayLinks links) {
        try {
            channels.reports().forEach(links.health());
        } catch (RuntimeException e) {
            LOG.warn("How the push channels are doing could not be told: {}", e.getMessage());
        }
    }

    /**
     * Takes other channels from the next request on; those under way finish as they began. A
     * channel that stays keeps its counts.
     */
    public void replace(Collection<PushChannel> others) {
        channels.replace(others);
    }

    /** The port that it listens on. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Where providers post to, e.g. {@code http://127.0.0.1:8081}. */
    public String url() {
        return "http://" + settings.host() + ":" + port();
    }

    /** Takes no more requests, waits for those under way, and stops. */
    @Override
    public void close() {
        reporter.shutdownNow();
        stop(server);
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            LOG.warn(
                    "Gateway stopped before all requests were answered: their senders will post"
                            + " them again ({})",
                    e.getMessage());
        }
    }
}
