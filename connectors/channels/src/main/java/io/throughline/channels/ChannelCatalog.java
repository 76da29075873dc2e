package io.throughline.channels;

import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.ChannelDefinitions;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The channels that are known, by id. Immutable. */
public final class ChannelCatalog implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final List<String> BUILT_IN =
            List.of("app-store", "typeform", "transcribe", "mastodon", "csv", "jsonl");

    private final TreeMap<String, ChannelDefinition> definitions;

    private ChannelCatalog(Map<String, ChannelDefinition> definitions) {
        this.definitions = new TreeMap<>(definitions);
    }

    /** A catalog without channels. */
    public static ChannelCatalog empty() {
        return new ChannelCatalog(Map.of());
    }

    /** The channels that come along, from {@code channels/ID/channel.yaml} on the class path. */
    public static ChannelCatalog builtIn() {
        ChannelCatalog catalog = empty();
        for (String id : BUILT_IN) {
            String name = "channels/" + id + "/channel.yaml";
            catalog = catalog.with(ChannelDefinitions.read(name, resource(name)));
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

    private static String resource(String name) {
        ClassLoader loader = ChannelCatalog.class.getClassLoader();
        try (InputStream in = loader.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
