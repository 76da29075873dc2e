package io.throughline.channels;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.expression.Page;
import io.throughline.model.FailureReason;
import io.throughline.model.RawEnvelope;
import java.util.List;

/**
 * Turns the envelopes of one channel into feedback: the one entrance to all mappers, with the
 * guards that are the same for all. Not serializable: make it from the definition where it is used.
 *
 * <p>Whatever the bytes are, every record found in them gives exactly one outcome, an envelope that
 * cannot be split gives one, and nothing is thrown. The same envelope always gives the same
 * outcomes: no clock is read.
 */
public final class ChannelParser {

    /** How the message of a rejection begins that only a fault in a mapper can have caused. */
    public static final String UNEXPECTED = "unexpected ";

    private final ChannelDefinition definition;
    private final ChannelMapper mapper;
    private final MapContext context;

    /**
     * @param authors hashes author ids
     */
    public ChannelParser(ChannelDefinition definition, AuthorKeys authors) {
        this.definition = definition;
        this.mapper = Mappers.of(definition);
        this.context =
                new MapContext(
                        definition.id(),
                        definition.channel().otherwise(),
                        touchpoint(definition),
                        authors,
                        Page.empty());
    }

    /** The outcomes of the envelope's records, in their order; never throws. */
    public List<Outcome> parse(RawEnvelope envelope) {
        if (!envelope.headers().containsKey(RawEnvelope.CSV_HEADER)
                && isUtf16(envelope.payload())) {
            return rejected(
                    FailureReason.INVALID_ENCODING,
                    "the text is UTF-16, which cannot be read; save it as UTF-8");
        }
        int size = envelope.payload().length;
        if (envelope.truncated() || size > definition.limits().maxRecord()) {
            long whole = envelope.truncated() ? envelope.originalSize() : size;
            return rejected(
                    FailureReason.TOO_LARGE,
                    whole + " bytes are more than " + definition.limits().maxRecord());
        }
        try {
            return mapper.map(envelope, context).stream()
                    .map(outcome -> guard(outcome, envelope))
                    .toList();
        } catch (RejectedException e) {
            return List.of(e.outcome());
        } catch (RuntimeException e) {
            return List.of(unexpected(e));
        }
    }

    /** The one that does not depend on the record; null when there is none. */
    private static String touchpoint(ChannelDefinition definition) {
        return definition.touchpoint() == null
                ? null
                : definition.touchpoint().text(JsonNodeFactory.instance.objectNode()).orElse(null);
    }

    /** Begins with a byte order mark that is never a part of UTF-8. */
    private static boolean isUtf16(byte[] payload) {
        int mark = payload.length < 2 ? 0 : (payload[0] & 0xFF) << 8 | (payload[1] & 0xFF);
        return mark == 0xFFFE || mark == 0xFEFF;
    }

    /** Holds for every mapper, also for one that forgot to look. */
    private static Outcome guard(Outcome outcome, RawEnvelope envelope) {
        if (outcome instanceof Outcome.Accepted accepted) {
            try {
                Moments.checked("occurredAt", accepted.feedback().occurredAt(), envelope);
            } catch (RejectedException e) {
                return e.outcome();
            }
        }
        return outcome;
    }

    static Outcome.Rejected unexpected(RuntimeException e) {
        return new Outcome.Rejected(
                FailureReason.MALFORMED, UNEXPECTED + e.getClass().getSimpleName());
    }

    private static List<Outcome> rejected(FailureReason reason, String message) {
        return List.of(new Outcome.Rejected(reason, message));
    }
}
