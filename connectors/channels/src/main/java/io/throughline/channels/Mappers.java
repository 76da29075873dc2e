package io.throughline.channels;

import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.mapping.DeclarativeMapper;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;

/** The mappers written in Java, by name; and the mapper that a definition asks for. */
public final class Mappers {

    private static final TreeMap<String, MapperProvider> BY_NAME = load();

    private Mappers() {}

    /** Their names, sorted. */
    public static Set<String> names() {
        return BY_NAME.keySet();
    }

    static ChannelMapper of(ChannelDefinition definition) {
        if (definition.map() != null) {
            return new RecordPipeline(definition, new DeclarativeMapper(definition));
        }
        MapperProvider provider = BY_NAME.get(definition.mapper());
        if (provider == null) {
            throw new IllegalArgumentException(
                    "there is no mapper '" + definition.mapper() + "' on the class path");
        }
        return provider.mapper(mapper -> new RecordPipeline(definition, mapper));
    }

    private static TreeMap<String, MapperProvider> load() {
        TreeMap<String, MapperProvider> providers = new TreeMap<>();
        for (MapperProvider provider :
                ServiceLoader.load(MapperProvider.class, MapperProvider.class.getClassLoader())) {
            MapperProvider other = providers.put(provider.name(), provider);
            if (other != null) {
                throw new IllegalStateException(
                        "two mappers are called "
                                + provider.name()
                                + ": "
                                + other.getClass().getName()
                                + " and "
                                + provider.getClass().getName());
            }
        }
        return providers;
    }
}
