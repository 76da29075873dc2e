package io.throughline.channels;

import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.ChannelDefinitions;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The channels that are known, by id. Immutable. */
public final class ChannelCatalog implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String INDEX = "META-INF/throughline/channels";

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
     * ids, a line each, and {@code channels/ID/channel.yaml} is the definition. So a jar brings
     * channels along by being there.
     */
    public static ChannelCatalog builtIn() {
        ChannelCatalog catalog = empty();
        for (String id : ids()) {
            String name = "channels/" + id + "/channel.yaml";
            catalog = catalog.with(ChannelDefinitions.read(name, resource(name)));
        }
        return catalog;
    }

    private static Set<String> ids() {
        Set<String> ids = new TreeSet<>();
        try {
            for (URL index : Collections.list(loader().getResources(INDEX))) {
                try (InputStream in = index.openStream()) {
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                            .forEach(ids::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ids;
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
        try (InputStream in = loader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClassLoader loader() {
        return ChannelCatalog.class.getClassLoader();
    }
}
