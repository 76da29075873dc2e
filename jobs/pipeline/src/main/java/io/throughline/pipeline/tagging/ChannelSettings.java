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
 * @param watch tells of changed and new definitions while the job runs; null when there are none
 */
public record ChannelSettings(
        List<ChannelDefinition> definitions, AuthorKeys authors, DefinitionWatch watch)
        implements Serializable {

    public ChannelSettings {
        definitions = List.copyOf(definitions);
    }

    /** Definitions that stay as they are. */
    public ChannelSettings(List<ChannelDefinition> definitions, AuthorKeys authors) {
        this(definitions, authors, null);
    }

    /** The same, with definitions that change while the job runs. */
    public ChannelSettings following(DefinitionWatch follow) {
        return new ChannelSettings(definitions, authors, follow);
    }
}
