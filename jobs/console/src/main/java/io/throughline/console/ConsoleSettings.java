package io.throughline.console;

import io.throughline.measure.ChannelWeights;
import java.time.Duration;
import java.util.Objects;

/**
 * How the live page is served.
 *
 * @param host address or name to listen on; loopback unless others are meant to see the page
 * @param port 0 for any free one
 * @param freshFor how long an answer serves every browser before Elasticsearch is asked again
 * @param channelCap most that a channel weighs in a stage's net sentiment, see {@link
 *     ChannelWeights}
 * @param tokens of those who may change something; nobody unless told otherwise
 */
public record ConsoleSettings(
        String host, int port, Duration freshFor, double channelCap, ConsoleTokens tokens) {

    /** On loopback, any free port, asking at most once a second, read-only. */
    public static final ConsoleSettings DEFAULT =
            new ConsoleSettings(
                    "127.0.0.1",
                    0,
                    Duration.ofSeconds(1),
                    ChannelWeights.DEFAULT_CAP,
                    ConsoleTokens.NONE);

    public ConsoleSettings {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(freshFor, "freshFor");
        Objects.requireNonNull(tokens, "tokens");
    }

    /** The same at another address. */
    public ConsoleSettings at(String newHost, int newPort) {
        return new ConsoleSettings(newHost, newPort, freshFor, channelCap, tokens);
    }

    /** The same with answers of another age at most. */
    public ConsoleSettings freshFor(Duration age) {
        return new ConsoleSettings(host, port, age, channelCap, tokens);
    }

    /** The same with another cap, 0.5 to 1. */
    public ConsoleSettings channelCap(double cap) {
        return new ConsoleSettings(host, port, freshFor, cap, tokens);
    }

    /** The same with others who may change something. */
    public ConsoleSettings changedBy(ConsoleTokens holders) {
        return new ConsoleSettings(host, port, freshFor, channelCap, holders);
    }
}
