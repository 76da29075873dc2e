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
 *     answered; further ones get 429. Memory for bodies stays below this times {@code maxBodyBytes}
 * @param acknowledgeTimeout how long a sender waits for Kafka before it gets 503
 * @param drainTimeout how long closing waits for requests under way
 */
public record GatewaySettings(
        String host,
        int port,
        int maxBodyBytes,
        int maxInFlight,
        Duration acknowledgeTimeout,
        Duration drainTimeout) {

    /** 5 MiB a body, 32 requests at a time, 10 s for Kafka, 10 s to drain, on loopback. */
    public static final GatewaySettings DEFAULT =
            new GatewaySettings(
                    "127.0.0.1",
                    0,
                    5 * 1024 * 1024,
                    32,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(10));

    public GatewaySettings {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(acknowledgeTimeout, "acknowledgeTimeout");
        Objects.requireNonNull(drainTimeout, "drainTimeout");
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port " + port + " is none: 0 to 65535 is due");
        }
        if (maxBodyBytes < 1 || maxInFlight < 1) {
            throw new IllegalArgumentException("limits are at least 1");
        }
    }

    /** The same on another address. */
    public GatewaySettings at(String newHost, int newPort) {
        return new GatewaySettings(
                newHost, newPort, maxBodyBytes, maxInFlight, acknowledgeTimeout, drainTimeout);
    }

    /** The same with other limits. */
    public GatewaySettings limits(int newMaxBodyBytes, int newMaxInFlight) {
        return new GatewaySettings(
                host, port, newMaxBodyBytes, newMaxInFlight, acknowledgeTimeout, drainTimeout);
    }

    /** The same with other waiting times. */
    public GatewaySettings timeouts(Duration newAcknowledgeTimeout, Duration newDrainTimeout) {
        return new GatewaySettings(
                host, port, maxBodyBytes, maxInFlight, newAcknowledgeTimeout, newDrainTimeout);
    }
}
