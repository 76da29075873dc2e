package io.throughline.gateway;

import io.throughline.kafka.RawPublisher;
import io.throughline.model.ChannelHealth;
import java.time.Clock;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * What the gateway works with and does not close.
 *
 * @param publisher takes the envelopes
 * @param kafkaReachable asked by {@code GET /ready} until it says yes, and by each {@code GET
 *     /metrics}; may take two seconds
 * @param health takes how the channels are doing: a word a minute for each, or when it changes
 * @param clock gives the envelopes their {@code observedAt} and judges signed times
 */
public record GatewayLinks(
        RawPublisher publisher,
        BooleanSupplier kafkaReachable,
        Consumer<ChannelHealth> health,
        Clock clock) {

    public GatewayLinks {
        Objects.requireNonNull(publisher, "publisher");
        Objects.requireNonNull(kafkaReachable, "kafkaReachable");
        Objects.requireNonNull(health, "health");
        Objects.requireNonNull(clock, "clock");
    }

    /** Links of a gateway whose broker is taken to be there and whose health nobody listens to. */
    public static GatewayLinks of(RawPublisher publisher, Clock clock) {
        return new GatewayLinks(publisher, () -> true, health -> {}, clock);
    }
}
