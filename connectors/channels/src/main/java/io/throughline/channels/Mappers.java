package io.throughline.channels;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.mapping.DeclarativeMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

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

    /**
     * The records of a document, as the mapper of a definition finds them, for those who must know
     * them before they are mapped; empty when the mapper reads bytes itself.
     */
    public static Optional<Function<JsonNode, List<JsonNode>>> splitter(
            ChannelDefinition definition) {
        AtomicReference<RecordMapper> found = new AtomicReference<>();
        if (definition.map() != null) {
            found.set(new DeclarativeMapper(definition));
        } else if (BY_NAME.containsKey(definition.mapper())) {
            ChannelMapper unused =
                    BY_NAME.get(definition.mapper())
                            .mapper(
                                    mapper -> {
                                        found.set(mapper);
                                        return new RecordPipeline(definition, mapper);
                                    });
        }
        return Optional.ofNullable(found.get()).map(mapper -> document -> split(mapper, document));
    }

    /** As the pipeline splits: the items of a list at the top are documents. */
    private static List<JsonNode> split(RecordMapper mapper, JsonNode document) {
        List<JsonNode> records = new ArrayList<>();
        for (JsonNode each : document.isArray() ? document : List.of(document)) {
            try {
                records.addAll(each.isObject() ? mapper.split(each) : List.of(each));
            } catch (RejectedException e) {
                // Told when the document is mapped; no record can be seen in it.
            }
        }
        return records;
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
