package io.throughline.gateway;

import io.throughline.model.ChannelHealth;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The channels that are switched on now; replaced as a whole while requests are under way. */
final class Channels {

    /** A channel and what became of its requests. */
    record Entry(PushChannel channel, ChannelState state) {}

    private final Clock clock;
    private volatile Map<String, Entry> entries = Map.of();

    Channels(Collection<PushChannel> channels, Clock clock) {
        this.clock = clock;
        replace(channels);
    }

    /** Takes other channels; those that stay keep their counts. */
    synchronized void replace(Collection<PushChannel> channels) {
        Map<String, Entry> next = new TreeMap<>();
        for (PushChannel channel : channels) {
            Entry before = entries.get(channel.id());
            ChannelState state =
                    before == null ? new ChannelState(channel, clock.instant()) : before.state();
            next.put(channel.id(), new Entry(channel, state));
        }
        entries = next;
    }

    Optional<Entry> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    Collection<Entry> all() {
        return entries.values();
    }

    List<ChannelHealth> reports() {
        Instant now = clock.instant();
        return all().stream().flatMap(entry -> entry.state().report(now).stream()).toList();
    }
}
