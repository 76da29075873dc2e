package io.throughline.console;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.staticfiles.Location;
import io.javalin.util.JavalinBindException;
import io.throughline.journey.JourneyMap;
import java.time.Clock;
import java.util.function.Supplier;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.elasticsearch.client.RestClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The live page. It is up before the servers behind it are, and says what it waits for until {@link
 * #ready}.
 */
public final class Console implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Console.class);
    private static final int MAX_THREADS = 16;
    private static final int MIN_THREADS = 2;

    private final Javalin server;
    private final ConsoleSettings settings;
    private final LiveSource live;
    private final AlertSource alerts;
    private final AlertChanges changes;
    private final SearchRoutes search;
    private final CorrectionRoutes corrections;
    private final ConsoleMetrics metrics;

    private Console(
            Javalin server,
            ConsoleSettings settings,
            LiveSource live,
            AlertSource alerts,
            AlertChanges changes,
            SearchRoutes search,
            CorrectionRoutes corrections,
            ConsoleMetrics metrics) {
        this.server = server;
        this.settings = settings;
        this.live = live;
        this.alerts = alerts;
        this.changes = changes;
        this.search = search;
        this.corrections = corrections;
        this.metrics = metrics;
    }

    /**
     * Starts to serve the page.
     *
     * @param port 0 for any free one
     * @throws ConsoleStartException when the address cannot be listened on
     */
    public static Console start(String host, int port) {
        return start(ConsoleSettings.DEFAULT.at(host, port), Clock.systemUTC());
    }

    /**
     * Starts to serve the page.
     *
     * @param clock says how old the figures are
     * @throws ConsoleStartException when the address cannot be listened on
     */
    public static Console start(ConsoleSettings settings, Clock clock) {
        LiveSource live = new LiveSource(clock, settings.freshFor());
        AlertSource alerts = new AlertSource(clock, settings.freshFor());
        ChangeGuard guard = new ChangeGuard(settings.tokens());
        AlertChanges changes = new AlertChanges(guard, alerts, clock);
        SearchRoutes search = new SearchRoutes(clock);
        CorrectionRoutes corrections = new CorrectionRoutes(guard);
        ConsoleMetrics metrics = new ConsoleMetrics(clock);
        Javalin server =
                Javalin.create(
                        config -> {
                            configure(config, settings);
                            config.routes.get("/api/live", context -> json(context, live.json()));
                            config.routes.get(
                                    "/api/alerts/{id}", context -> alert(context, alerts));
                            changes.addTo(config.routes);
                            search.addTo(config.routes);
                            corrections.addTo(config.routes);
                            metrics.addTo(config);
                        });
        try {
            server.start();
        } catch (JavalinBindException e) {
            throw new ConsoleStartException(
                    "The live page cannot listen on "
                            + settings.host()
                            + ":"
                            + settings.port()
                            + ": the port is in use or not allowed. Stop what uses it, or choose"
                            + " another port (0 picks a free one).",
                    e);
        }
        LOG.info("Live page listens on {}:{}", settings.host(), server.port());
        return new Console(server, settings, live, alerts, changes, search, corrections, metrics);
    }

    private static void configure(JavalinConfig config, ConsoleSettings settings) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.jetty.host = settings.host();
        config.jetty.port = settings.port();
        config.jetty.threadPool = threads();
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.staticFiles.add(
                files -> {
                    files.hostedPath = "/";
                    files.directory = "/console";
                    files.location = Location.CLASSPATH;
                });
        config.routes.before(new Guard(new HostCheck(settings.host()))::before);
    }

    private static void alert(Context context, AlertSource alerts) {
        AlertSource.Answer answer = alerts.answer(context.pathParam("id"));
        if (answer.absent()) {
            context.status(HttpStatus.NOT_FOUND);
        }
        json(context, LiveJson.alert(alerts.now(), answer));
    }

    private static void json(Context context, byte[] json) {
        context.header("Cache-Control", "no-store")
                .contentType("application/json; charset=utf-8")
                .result(json);
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, MIN_THREADS);
        threads.setName("console");
        threads.setDaemon(true);
        return threads;
    }

    /** Address of the page. */
    public String url() {
        String host = settings.host();
        String literal = host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
        return "http://" + literal + ":" + server.port();
    }

    /** What is being waited for: shown alone until {@link #ready}, beside the figures after. */
    public void status(String step) {
        live.status(step);
    }

    /**
     * The servers are up: the page shows what Elasticsearch holds, and changes nothing. The client
     * stays open.
     */
    public void ready(RestClient client, JourneyMap journey) {
        shows(client, journey, false);
    }

    /**
     * As {@link #ready(RestClient, JourneyMap)}, for a page from which those who hold a token may
     * change something.
     *
     * @param to where it goes
     */
    public void ready(RestClient client, JourneyMap journey, PageChanges to) {
        shows(client, journey, !settings.tokens().none());
        changes.ready(journey, to.alerts());
        corrections.ready(journey, to.corrections());
    }

    private void shows(RestClient client, JourneyMap journey, boolean changed) {
        SearchClient asked = new SearchClient(client, metrics);
        live.ready(new LiveQueries(asked, journey, settings.channelCap(), changed));
        alerts.ready(new AlertQueries(asked));
        search.ready(asked);
        metrics.ready(asked);
    }

    /** Adds figures of the same process to those that {@code /metrics} answers. */
    public void measure(Supplier<String> more) {
        metrics.beside(more);
    }

    @Override
    public void close() {
        server.stop();
    }
}
