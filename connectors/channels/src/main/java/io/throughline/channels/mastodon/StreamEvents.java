package io.throughline.channels.mastodon;

import io.throughline.channels.ChannelMapper;
import io.throughline.channels.MapContext;
import io.throughline.channels.Outcome;
import io.throughline.channels.RejectedException;
import io.throughline.channels.json.Decoded;
import io.throughline.model.FailureReason;
import io.throughline.model.Feedback;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.Operation;
import io.throughline.model.RawEnvelope;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The events of Mastodon's streaming interface: {@code update} and {@code status.update} carry a
 * status, {@code delete} the bare id of one. A delete names no revision and no time, so it is newer
 * than everything and happened when it was observed. Kinds of event that are not about statuses, or
 * that a later server brings, are {@code UNSUPPORTED}: to leave them out in silence would hide a
 * change of the interface.
 */
final class StreamEvents implements ChannelMapper {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");
    private static final Pattern SHOWN = Pattern.compile("[a-z_.]{1,40}");

    private final ChannelMapper statuses;

    StreamEvents(ChannelMapper statuses) {
        this.statuses = statuses;
    }

    @Override
    public List<Outcome> map(RawEnvelope envelope, MapContext context) {
        String event = envelope.headers().getOrDefault(RawEnvelope.SSE_EVENT, "message");
        return switch (event) {
            case "update", "status.update", "message" -> statuses.map(envelope, context);
            case "delete" -> List.of(delete(envelope, context));
            default ->
                    throw new RejectedException(
                            FailureReason.UNSUPPORTED,
                            "event "
                                    + (SHOWN.matcher(event).matches() ? "'" + event + "' " : "")
                                    + "is none of update, status.update and delete");
        };
    }

    private static Outcome delete(RawEnvelope envelope, MapContext context) {
        Decoded data = Decoded.of(envelope.payload(), StandardCharsets.UTF_8);
        if (!data.valid()) {
            throw new RejectedException(
                    FailureReason.INVALID_ENCODING, "there are bytes that are no text");
        }
        String id = data.text().strip();
        if (id.length() > 1 && id.startsWith("\"") && id.endsWith("\"")) {
            id = id.substring(1, id.length() - 1);
        }
        if (id.isEmpty()) {
            throw RejectedException.missing("id");
        }
        if (!ID.matcher(id).matches()) {
            throw new RejectedException(
                    FailureReason.MALFORMED, "the data of a delete is no bare id");
        }
        return new Outcome.Accepted(
                new FeedbackBuilder(context.channel(), context.source(), id)
                        .operation(Operation.DELETE)
                        .touchpoint(context.touchpoint())
                        .revision(Feedback.MAX_REVISION)
                        .occurredAt(envelope.observedAt())
                        .observedAt(envelope.observedAt())
                        .build());
    }
}
