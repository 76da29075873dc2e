package io.throughline.channels.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.channels.Fixtures;
import io.throughline.channels.MapContext;
import io.throughline.channels.RecordMapper;
import io.throughline.channels.expression.Page;
import io.throughline.model.Channel;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgentLegMapperTest {

    @Test
    void whoSpeaksOnWhichTrackIsTheOtherWayRound() {
        assertThat(text(new RealtimeMapper(), "inbound_track")).isEqualTo("late");
        assertThat(text(new RealtimeMapper(), "outbound_track")).isNull();
        assertThat(text(new AgentLegMapper(), "inbound_track")).isNull();
        assertThat(text(new AgentLegMapper(), "outbound_track")).isEqualTo("late");
    }

    private static String text(RecordMapper mapper, String track) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("TranscriptionEvent", "transcription-content")
                .put("CallSid", "CA1")
                .put("SequenceId", "2")
                .put("Timestamp", "2026-03-04T05:06:07Z")
                .put("Track", track)
                .put("TranscriptionData", "{\"transcript\":\"late\"}");
        MapContext context =
                new MapContext("calls", Channel.PHONE, null, Fixtures.AUTHORS, Page.empty());
        return Fixtures.only(List.of(mapper.map(event, Fixtures.envelope("calls", ""), context)))
                .text();
    }
}
