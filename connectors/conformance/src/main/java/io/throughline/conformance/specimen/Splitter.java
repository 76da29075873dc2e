package io.throughline.conformance.specimen;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.MapperProvider;
import io.throughline.channels.RecordMapper;
import io.throughline.channels.RejectedException;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.mapping.DeclarativeMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicReference;

/** Finds the records of a document as the channel's own mapper does. */
final class Splitter {

    private final Optional<RecordMapper> mapper;

    Splitter(ChannelDefinition definition) {
        this.mapper =
                definition.map() != null
                        ? Optional.of(new DeclarativeMapper(definition))
                        : written(definition.mapper());
    }

    /** The mapper that a provider wants called for each record; empty when it splits itself. */
    private static Optional<RecordMapper> written(String name) {
        AtomicReference<RecordMapper> each = new AtomicReference<>();
        for (MapperProvider provider : ServiceLoader.load(MapperProvider.class)) {
            if (provider.name().equals(name)) {
                Object unused =
                        provider.mapper(
                                mapper -> {
                                    each.set(mapper);
                                    return (envelope, context) -> List.of();
                                });
            }
        }
        return Optional.ofNullable(each.get());
    }

    /** The records of a document; the document itself when it cannot be split. */
    List<JsonNode> split(JsonNode document) {
        if (mapper.isEmpty()) {
            return List.of(document);
        }
        try {
            if (!document.isArray()) {
                return mapper.get().split(document);
            }
            List<JsonNode> records = new ArrayList<>();
            for (JsonNode item : document) {
                records.addAll(item.isObject() ? mapper.get().split(item) : List.of(item));
            }
            return records;
        } catch (RejectedException e) {
            return List.of(document);
        }
    }
}
