package io.throughline.console;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.staticfiles.Location;
import io.javalin.util.JavalinBindException;
import io.throughline.journey.JourneyMap;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
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
    private final ConsoleParts parts;

    private Console(Javalin server, ConsoleSettings settings, ConsoleParts parts) {
        this.server = server;
        this.settings = settings;
        this.parts = parts;
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
        AtomicReference<Console> started = new AtomicReference<>();
        ConsoleParts parts = new ConsoleParts(settings, clock, () -> started.get().url());
        Javalin server =
                Javalin.create(
                        config -> {
                            configure(config, settings);
                            parts.addTo(config);
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
        started.set(new Console(server, settings, parts));
        return started.get();
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
        parts.status(step);
    }

    /** Why the page cannot show what Elasticsearch holds now; empty when it can. */
    public Optional<String> problem() {
        return parts.problem();
    }

    /**
     * The servers are up: the page shows what Elasticsearch holds, and changes nothing. The client
     * stays open.
     */
    public void ready(RestClient client, JourneyMap journey) {
        parts.shows(client, journey, false);
    }

    /**
     * As {@link #ready(RestClient, JourneyMap)}, for a page from which those who hold a token may
     * change something.
     *
     * @param to where it goes
     */
    public void ready(RestClient client, JourneyMap journey, PageChanges to) {
        parts.shows(client, journey, settings.access().changes());
        parts.changes(journey, to);
    }

    /** From here on the page marks the words that carried a sentiment. */
    public void explain(VerbatimExplainer by) {
        parts.explain(by);
    }

    /** Adds figures of the same process to those that {@code /metrics} answers. */
    public void measure(Supplier<String> more) {
        parts.measure(more);
    }

    @Override
    public void close() {
        parts.close();
        server.stop();
    }
}
