package io.throughline.channels.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.MapContext;
import io.throughline.channels.Outcome;
import io.throughline.channels.RecordMapper;
import io.throughline.model.RawEnvelope;

/**
 * Real-time transcription that was started on the agent's leg of a call, as when an agent dials out
 * through Twilio: what Twilio hears on it is the agent, what it plays there is the customer. See
 * {@link Utterances}.
 */
public final class AgentLegMapper implements RecordMapper {

    private static final Utterances UTTERANCES = new Utterances("outbound_track", "inbound_track");

    @Override
    public String name() {
        return "twilio-realtime-agent-leg";
    }

    @Override
    public Outcome map(JsonNode event, RawEnvelope envelope, MapContext context) {
        return UTTERANCES.map(event, envelope, context);
    }
}
