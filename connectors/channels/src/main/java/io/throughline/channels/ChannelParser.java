package io.throughline.channels;

import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.model.RawEnvelope;
import java.util.List;

/**
 * Turns the envelopes of one channel into feedback: the one entrance to all mappers, with the
 * guards that are the same for all. Not serializable: make it from the definition where it is used.
 */
public final class ChannelParser {

    /**
     * @param authors hashes author ids
     */
    public ChannelParser(ChannelDefinition definition, AuthorKeys authors) {}

    /** The outcomes of the envelope's records, in their order; never throws. */
    public List<Outcome> parse(RawEnvelope envelope) {
        throw new UnsupportedOperationException("in work");
    }
}
