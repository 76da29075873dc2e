package io.throughline.channels;

import io.throughline.model.RawEnvelope;
import java.util.List;

/**
 * Turns the bytes of one envelope into feedback. Pure: no input or output, no clock, no state; the
 * same envelope always gives the same outcomes. Never throws for bad input: what cannot be read is
 * an {@link Outcome.Rejected}, and its neighbours are unaffected.
 */
@FunctionalInterface
public interface ChannelMapper {

    /**
     * The outcomes of the envelope's records, in their order; empty when it holds none (an empty
     * page), a single rejection when it cannot be split.
     */
    List<Outcome> map(RawEnvelope envelope, MapContext context);
}
