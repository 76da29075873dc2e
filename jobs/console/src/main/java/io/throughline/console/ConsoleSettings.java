package io.throughline.console;

import io.throughline.measure.ChannelWeights;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/**
 * How the live page is served.
 *
 * @param host address or name to listen on; loopback unless others are meant to see the page
 * @param port 0 for any free one
 * @param freshFor how long an answer serves every browser before Elasticsearch is asked again
 * @param channelCap most that a channel weighs in a stage's net sentiment, see {@link
 *     ChannelWeights}
 * @param tokens of those who may change something; nobody unless told otherwise
 * @param names other names that the page is reached under, such as a proxy's; lower case
 */
public record ConsoleSettings(
        String host,
        int port,
        Duration freshFor,
        double channelCap,
        ConsoleTokens tokens,
        Set<String> names) {

    /** On loopback, any free port, asking at most once a second, read-only. */
    public static final ConsoleSettings DEFAULT =
            new ConsoleSettings(
                    "127.0.0.1",
                    0,
                    Duration.ofSeconds(1),
                    ChannelWeights.DEFAULT_CAP,
                    ConsoleTokens.NONE,
                    Set.of());

    public ConsoleSettings {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(freshFor, "freshFor");
        Objects.requireNonNull(tokens, "tokens");
        names = Set.copyOf(names);
    }

    /** The same at another address. */
    public ConsoleSettings at(String newHost, int newPort) {
        return new ConsoleSettings(newHost, newPort, freshFor, channelCap, tokens, names);
    }

    /** The same with answers of another age at most. */
    public ConsoleSettings freshFor(Duration age) {
        return new ConsoleSettings(host, port, age, channelCap, tokens, names);
    }

    /** The same with another cap, 0.5 to 1. */
    public ConsoleSettings channelCap(double cap) {
        return new ConsoleSettings(host, port, freshFor, cap, tokens, names);
    }

    /** The same with others who may change something. */
    public ConsoleSettings changedBy(ConsoleTokens holders) {
        return new ConsoleSettings(host, port, freshFor, channelCap, holders, names);
    }

    /** The same, reached under other names as well. */
    public ConsoleSettings named(Set<String> others) {
        return new ConsoleSettings(host, port, freshFor, channelCap, tokens, others);
    }
}
