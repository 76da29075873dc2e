package io.throughline.pipeline.tagging;

import io.throughline.channels.AuthorKeys;
import io.throughline.channels.definition.ChannelDefinition;
import java.io.Serializable;
import java.util.List;

/**
 * How envelopes are read.
 *
 * @param definitions of every channel whose envelopes may be met
 * @param authors hashes author ids
 */
public record ChannelSettings(List<ChannelDefinition> definitions, AuthorKeys authors)
        implements Serializable {

    public ChannelSettings {
        definitions = List.copyOf(definitions);
    }
}
