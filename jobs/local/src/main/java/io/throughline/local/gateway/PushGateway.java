package io.throughline.local.gateway;

import io.throughline.channels.definition.Mode;
import io.throughline.gateway.Gateway;
import io.throughline.gateway.GatewayLinks;
import io.throughline.gateway.GatewaySettings;
import io.throughline.gateway.PushChannel;
import io.throughline.kafka.BrokerProbe;
import io.throughline.kafka.HealthPublisher;
import io.throughline.kafka.KafkaSettings;
import io.throughline.kafka.RawPublisher;
import io.throughline.model.ChannelHealth;
import io.throughline.pipeline.config.ConfiguredChannel;
import io.throughline.pipeline.config.ThroughlineConfig.Address;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** The gateway with its clients of Kafka, which need not be there when it starts. */
public final class PushGateway implements AutoCloseable {

    private final Gateway gateway;
    private final BrokerProbe probe;
    private final Deque<AutoCloseable> closeables;

    private PushGateway(Gateway gateway, BrokerProbe probe, Deque<AutoCloseable> closeables) {
        this.gateway = gateway;
        this.probe = probe;
        this.closeables = closeables;
    }

    /** The channels among these that are pushed. */
    public static List<ConfiguredChannel> pushed(Collection<ConfiguredChannel> channels) {
        return channels.stream().filter(c -> c.definition().mode() == Mode.PUSH).toList();
    }

    /**
     * Starts to listen for the channels among these that are pushed.
     *
     * @throws io.throughline.gateway.GatewayStartException when the address cannot be listened on
     * @throws IllegalArgumentException when a channel's secret has no value
     */
    public static PushGateway start(
            KafkaSettings kafka, Address address, Collection<ConfiguredChannel> channels) {
        Deque<AutoCloseable> closeables = new ArrayDeque<>();
        HealthPublisher health = HealthPublisher.open(kafka);
        closeables.push(health);
        return start(kafka, address, channels, health, closeables);
    }

    /**
     * The same for a run that is asked once, where nothing may depend on the clock: nothing is said
     * of the health of channels.
     */
    public static PushGateway startOnce(
            KafkaSettings kafka, Address address, Collection<ConfiguredChannel> channels) {
        return start(kafka, address, channels, health -> {}, new ArrayDeque<>());
    }

    private static PushGateway start(
            KafkaSettings kafka,
            Address address,
            Collection<ConfiguredChannel> channels,
            Consumer<ChannelHealth> health,
            Deque<AutoCloseable> closeables) {
        List<PushChannel> push = channels(channels);
        try {
            RawPublisher publisher = RawPublisher.open(kafka);
            closeables.push(publisher);
            BrokerProbe probe = BrokerProbe.open(kafka);
            closeables.push(probe);
            Gateway gateway =
                    Gateway.start(
                            GatewaySettings.DEFAULT.at(address.host(), address.port()),
                            push,
                            new GatewayLinks(publisher, probe, health, Clock.systemUTC()));
            closeables.push(gateway);
            return new PushGateway(gateway, probe, closeables);
        } catch (RuntimeException e) {
            close(closeables);
            throw e;
        }
    }

    private static List<PushChannel> channels(Collection<ConfiguredChannel> channels) {
        return pushed(channels).stream()
                .map(channel -> PushChannel.of(channel.definition(), channel.values()))
                .toList();
    }

    /** Takes the pushed among other channels from now on. */
    public void replace(Collection<ConfiguredChannel> channels) {
        gateway.replace(channels(channels));
    }

    /** Whether Kafka has the topic that everything goes to; may take two seconds. */
    public boolean kafkaReachable() {
        return probe.getAsBoolean();
    }

    /** Where providers post to. */
    public String url() {
        return gateway.url();
    }

    /** Takes no more, answers what is under way, and lets go of Kafka. */
    @Override
    public void close() {
        close(closeables);
    }

    private static void close(Deque<AutoCloseable> closeables) {
        RuntimeException failure = null;
        while (!closeables.isEmpty()) {
            try {
                closeables.pop().close();
            } catch (Exception e) {
                failure = new IllegalStateException("The gateway did not stop cleanly", e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
