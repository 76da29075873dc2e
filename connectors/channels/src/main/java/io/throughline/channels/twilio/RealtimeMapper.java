package io.throughline.channels.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.MapContext;
import io.throughline.channels.Outcome;
import io.throughline.channels.RecordMapper;
import io.throughline.model.RawEnvelope;

/**
 * Real-time transcription that was started on the customer's leg of a call: what Twilio hears on it
 * is the customer, what it plays there is the agent. See {@link Utterances}.
 */
public final class RealtimeMapper implements RecordMapper {

    private static final Utterances UTTERANCES = new Utterances("inbound_track", "outbound_track");

    @Override
    public String name() {
        return "twilio-realtime";
    }

    @Override
    public Outcome map(JsonNode event, RawEnvelope envelope, MapContext context) {
        return UTTERANCES.map(event, envelope, context);
    }
}
