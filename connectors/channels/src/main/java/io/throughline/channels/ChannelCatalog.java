package io.throughline.channels;

import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.ChannelDefinitions;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The channels that are known, by id. Immutable. */
public final class ChannelCatalog implements Serializable {

    private static final long serialVersionUID = 1L;

    private final TreeMap<String, ChannelDefinition> definitions;

    private ChannelCatalog(Map<String, ChannelDefinition> definitions) {
        this.definitions = new TreeMap<>(definitions);
    }

    /** A catalog without channels. */
    public static ChannelCatalog empty() {
        return new ChannelCatalog(Map.of());
    }

    /**
     * The channels on the class path: every resource {@code META-INF/throughline/channels} lists
     * ids, a line each, and {@code channels/ID/channel.yaml} beside it is the definition. So a jar
     * brings channels along by being there.
     *
     * @throws IllegalStateException when two jars bring different channels of one id; it names both
     */
    public static ChannelCatalog builtIn() {
        ChannelCatalog catalog = empty();
        for (ShippedChannel channel : ShippedChannel.onClassPath()) {
            catalog = catalog.with(ChannelDefinitions.read(channel.name(), channel.yaml()));
        }
        return catalog;
    }

    /** This catalog and one more channel, which replaces one of the same id. */
    public ChannelCatalog with(ChannelDefinition definition) {
        TreeMap<String, ChannelDefinition> more = new TreeMap<>(definitions);
        more.put(definition.id(), definition);
        return new ChannelCatalog(more);
    }

    /** The channel of that id. */
    public Optional<ChannelDefinition> find(String id) {
        return Optional.ofNullable(definitions.get(id));
    }

    /** All channels, sorted by id. */
    public Collection<ChannelDefinition> all() {
        return List.copyOf(definitions.values());
    }
}
