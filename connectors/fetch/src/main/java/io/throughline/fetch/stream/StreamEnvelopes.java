package io.throughline.fetch.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.throughline.channels.definition.StreamSpec.Protocol;
import io.throughline.fetch.Fetched;
import io.throughline.model.RawEnvelope;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** Makes envelopes of messages, each with the place in the stream that it stands for. */
final class StreamEnvelopes {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final StreamPlan plan;
    private final StreamCursor cursor;
    private final Clock clock;

    /**
     * @param clock stamps the envelopes
     */
    StreamEnvelopes(StreamPlan plan, StreamCursor cursor, Clock clock) {
        this.plan = plan;
        this.cursor = cursor;
        this.clock = clock;
    }

    /** What a message holds, where somebody has to look inside; else a missing node. */
    JsonNode content(Message message) {
        boolean events = plan.spec().protocol() == Protocol.SSE;
        if ((events && !cursor.looksInside()) || message.originalSize() >= 0) {
            return MissingNode.getInstance();
        }
        try {
            JsonNode content = JSON.readTree(message.data());
            return content == null ? MissingNode.getInstance() : content;
        } catch (IOException e) {
            // No JSON: the channel's mapper refuses it, and it has no place to tell.
            return MissingNode.getInstance();
        }
    }

    /**
     * The envelope of a message and the change of the cursor that comes with it.
     *
     * @param content of {@link #content}
     * @param origin address without secrets
     */
    Fetched fetched(Message message, JsonNode content, String origin) {
        long position = cursor.events();
        Instant now = clock.instant();
        RawEnvelope envelope =
                new RawEnvelope(
                        plan.source(),
                        now,
                        now,
                        "observed",
                        origin,
                        position,
                        message.name() == null
                                ? Map.of()
                                : Map.of(RawEnvelope.SSE_EVENT, message.name()),
                        message.originalSize(),
                        message.data());
        return Fetched.of(envelope, cursor.advance(message.lastEventId(), content, now));
    }
}
