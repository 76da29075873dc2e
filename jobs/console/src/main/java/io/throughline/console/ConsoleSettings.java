package io.throughline.console;

import java.time.Duration;
import java.util.Objects;

/**
 * How the live page is served.
 *
 * @param host address or name to listen on; loopback unless others are meant to see the page
 * @param port 0 for any free one
 * @param freshFor how long an answer serves every browser before Elasticsearch is asked again
 */
public record ConsoleSettings(String host, int port, Duration freshFor) {

    /** On loopback, any free port, asking at most once a second. */
    public static final ConsoleSettings DEFAULT =
            new ConsoleSettings("127.0.0.1", 0, Duration.ofSeconds(1));

    public ConsoleSettings {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(freshFor, "freshFor");
    }

    /** The same at another address. */
    public ConsoleSettings at(String newHost, int newPort) {
        return new ConsoleSettings(newHost, newPort, freshFor);
    }

    /** The same with answers of another age at most. */
    public ConsoleSettings freshFor(Duration age) {
        return new ConsoleSettings(host, port, age);
    }
}
