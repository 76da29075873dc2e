package io.throughline.gateway;

import java.time.Duration;
import java.util.Objects;

/**
 * How the gateway listens and what it takes.
 *
 * @param host address to listen on
 * @param port 0 picks a free one
 * @param maxBodyBytes largest body after decompression; larger ones get 413
 * @param maxInFlight requests taken at the same time, from their first byte until Kafka has
 *     answered; further ones get 429
 * @param maxInFlightBytes bytes of the bodies of these, compressed and not, at least twice {@code
 *     maxBodyBytes}; a request that does not fit gets 429. This bounds the memory for bodies
 * @param maxConnections open at the same time, each of which costs some tens of kilobytes whatever
 *     it sends; further ones wait, and those that are idle are closed
 * @param acknowledgeTimeout how long a sender waits for Kafka before it gets 503
 * @param drainTimeout how long closing waits for requests under way
 */
public record GatewaySettings(
        String host,
        int port,
        int maxBodyBytes,
        int maxInFlight,
        long maxInFlightBytes,
        int maxConnections,
        Duration acknowledgeTimeout,
        Duration drainTimeout) {

    /**
     * 5 MiB a body, 1,024 requests and 24 MiB of bodies at a time, 10 s for Kafka, 10 s to drain,
     * on loopback. A producer keeps 32 MiB at most, so that sending never waits for room.
     */
    public static final GatewaySettings DEFAULT =
            new GatewaySettings(
                    "127.0.0.1",
                    0,
                    5 << 20,
                    1024,
                    24 << 20,
                    2048,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(10));

    public GatewaySettings {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(acknowledgeTimeout, "acknowledgeTimeout");
        Objects.requireNonNull(drainTimeout, "drainTimeout");
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port " + port + " is none: 0 to 65535 is due");
        }
        if (maxBodyBytes < 1 || maxInFlight < 1 || maxConnections < 1) {
            throw new IllegalArgumentException("limits are at least 1");
        }
        if (maxInFlightBytes < 2L * maxBodyBytes) {
            throw new IllegalArgumentException(
                    "the largest body, compressed and not, must find room among all bodies");
        }
    }

    /** The same on another address. */
    public GatewaySettings at(String newHost, int newPort) {
        return new GatewaySettings(
                newHost,
                newPort,
                maxBodyBytes,
                maxInFlight,
                maxInFlightBytes,
                maxConnections,
                acknowledgeTimeout,
                drainTimeout);
    }

    /** The same with other limits; bodies get room for at least one of the largest. */
    public GatewaySettings limits(int newMaxBodyBytes, int newMaxInFlight) {
        return new GatewaySettings(
                host,
                port,
                newMaxBodyBytes,
                newMaxInFlight,
                Math.max(maxInFlightBytes, 2L * newMaxBodyBytes),
                maxConnections,
                acknowledgeTimeout,
                drainTimeout);
    }

    /** The same with other room for all bodies together. */
    public GatewaySettings room(long newMaxInFlightBytes) {
        return new GatewaySettings(
                host,
                port,
                maxBodyBytes,
                maxInFlight,
                newMaxInFlightBytes,
                maxConnections,
                acknowledgeTimeout,
                drainTimeout);
    }

    /** The same with another number of connections. */
    public GatewaySettings connections(int newMaxConnections) {
        return new GatewaySettings(
                host,
                port,
                maxBodyBytes,
                maxInFlight,
                maxInFlightBytes,
                newMaxConnections,
                acknowledgeTimeout,
                drainTimeout);
    }

    /** The same with other waiting times. */
    public GatewaySettings timeouts(Duration newAcknowledgeTimeout, Duration newDrainTimeout) {
        return new GatewaySettings(
                host,
                port,
                maxBodyBytes,
                maxInFlight,
                maxInFlightBytes,
                maxConnections,
                newAcknowledgeTimeout,
                newDrainTimeout);
    }
}
