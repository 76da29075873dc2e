package io.throughline.channels;

import io.throughline.channels.appstore.AppStoreMapper;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.mapping.DeclarativeMapper;
import io.throughline.channels.mastodon.MastodonMapper;
import io.throughline.channels.transcribe.TranscribeMapper;
import io.throughline.channels.typeform.TypeformMapper;

/** The mapper a definition asks for. */
final class Mappers {

    private Mappers() {}

    static ChannelMapper of(ChannelDefinition definition) {
        if (definition.map() != null) {
            RecordPipeline records =
                    new RecordPipeline(definition, new DeclarativeMapper(definition));
            return new TableMapper(definition, records);
        }
        return switch (definition.mapper()) {
            case "app-store" -> new RecordPipeline(definition, new AppStoreMapper());
            case "typeform" -> new RecordPipeline(definition, new TypeformMapper());
            case "transcribe" -> new RecordPipeline(definition, new TranscribeMapper());
            case "mastodon" -> {
                MastodonMapper mastodon = new MastodonMapper();
                yield mastodon.events(new RecordPipeline(definition, mastodon));
            }
            default ->
                    throw new IllegalArgumentException(
                            "there is no mapper '" + definition.mapper() + "'");
        };
    }
}
