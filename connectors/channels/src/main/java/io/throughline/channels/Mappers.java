package io.throughline.channels;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.mapping.DeclarativeMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** The mappers written in Java, by name; and the mapper that a definition asks for. */
public final class Mappers {

    private Mappers() {}

    /**
     * Their names, sorted.
     *
     * @throws IllegalStateException when two on the class path have the same; it names both jars
     */
    public static Set<String> names() {
        return MapperProviders.byName().keySet();
    }

    static ChannelMapper of(ChannelDefinition definition) {
        if (definition.map() != null) {
            return new RecordPipeline(definition, new DeclarativeMapper(definition));
        }
        MapperProvider provider = MapperProviders.byName().get(definition.mapper());
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
        } else if (MapperProviders.byName().containsKey(definition.mapper())) {
            ChannelMapper unused =
                    MapperProviders.byName()
                            .get(definition.mapper())
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
}
