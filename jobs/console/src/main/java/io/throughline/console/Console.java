package io.throughline.console;

import io.javalin.Javalin;
import io.throughline.journey.JourneyMap;
import io.throughline.kafka.KafkaSettings;
import org.elasticsearch.client.RestClient;

/**
 * The live page. It is up before the servers behind it are, and says what it waits for until {@link
 * #ready}.
 */
public final class Console implements AutoCloseable {

    private final Javalin server;
    private final String host;
    private volatile String status = "Starting";

    private Console(Javalin server, String host) {
        this.server = server;
        this.host = host;
    }

    /**
     * Starts to serve the page.
     *
     * @param port 0 for any free one
     */
    public static Console start(String host, int port) {
        Javalin server = Javalin.create();
        Console console = new Console(server, host);
        server.start(host, port);
        return console;
    }

    /** Address of the page. */
    public String url() {
        return "http://" + host + ":" + server.port();
    }

    /** What the page waits for, shown until {@link #ready}. */
    public void status(String step) {
        status = step;
    }

    /** The servers are up: the page shows what they hold. */
    public void ready(RestClient search, KafkaSettings kafka, JourneyMap journey) {
        status = "";
    }

    @Override
    public void close() {
        server.stop();
    }
}
