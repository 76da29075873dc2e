package io.throughline.gateway;

import io.throughline.kafka.RawPublisher;
import java.time.Clock;
import java.util.concurrent.Semaphore;

/**
 * What all deliveries share.
 *
 * @param publishers handing an envelope to Kafka waits while its client has never reached a broker;
 *     so many may wait, and the other threads go on answering
 * @param pace of what is logged when Kafka does not answer
 */
record Intake(
        GatewaySettings settings,
        RawPublisher publisher,
        Places places,
        ReplayGuard replays,
        Semaphore publishers,
        Pace pace,
        Clock clock) {}
