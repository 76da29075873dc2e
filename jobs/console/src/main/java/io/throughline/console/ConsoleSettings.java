package io.throughline.console;

import io.throughline.measure.ChannelWeights;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
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
 * @param access who may read and change what; everybody and nobody unless told otherwise
 * @param names other names that the page is reached under, such as a proxy's; lower case
 */
public record ConsoleSettings(
        String host,
        int port,
        Duration freshFor,
        double channelCap,
        Access access,
        Set<String> names) {

    /** On loopback, any free port, asking at most once a second, read-only. */
    public static final ConsoleSettings DEFAULT =
            new ConsoleSettings(
                    "127.0.0.1",
                    0,
                    Duration.ofSeconds(1),
                    ChannelWeights.DEFAULT_CAP,
                    Access.READ_ONLY,
                    Set.of());

    public ConsoleSettings {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(freshFor, "freshFor");
        Objects.requireNonNull(access, "access");
        names = Set.copyOf(names);
    }

    /** The same at another address. */
    public ConsoleSettings at(String newHost, int newPort) {
        return new ConsoleSettings(newHost, newPort, freshFor, channelCap, access, names);
    }

    /** The same with answers of another age at most. */
    public ConsoleSettings freshFor(Duration age) {
        return new ConsoleSettings(host, port, age, channelCap, access, names);
    }

    /** The same with another cap, 0.5 to 1. */
    public ConsoleSettings channelCap(double cap) {
        return new ConsoleSettings(host, port, freshFor, cap, access, names);
    }

    /** The same with others who may change something by a token. */
    public ConsoleSettings changedBy(ConsoleTokens holders) {
        return with(access.with(holders));
    }

    /** The same with others who may read and change something. */
    public ConsoleSettings with(Access other) {
        return new ConsoleSettings(host, port, freshFor, channelCap, other, names);
    }

    /** All names that the page is reached under beside the one that it listens on. */
    Set<String> everyName() {
        Set<String> every = new HashSet<>(names);
        access.publicUrl().map(URI::getHost).ifPresent(every::add);
        return every;
    }

    /** The same, reached under other names as well. */
    public ConsoleSettings named(Set<String> others) {
        return new ConsoleSettings(host, port, freshFor, channelCap, access, others);
    }
}
