package io.throughline.local.demo.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallTest {

    private static final Call CALL =
            new Call(
                    "hl-call-1",
                    Instant.parse("2026-03-04T05:06:07Z"),
                    List.of(
                            new Call.Turn("AGENT", "Hello, how may I help?", "POSITIVE"),
                            new Call.Turn("CUSTOMER", "Nobody calls me back.", "NEGATIVE"),
                            new Call.Turn("AGENT", "Wonderful, thank you!", "POSITIVE")));

    @Test
    void fileIsNamedWithTheTimeOfTheCallInUtc() {
        assertThat(CALL.fileName()).isEqualTo("2026-03-04T05-06-07Z_hl-call-1.json");
    }

    @Test
    void turnsFollowEachOtherInTime() {
        JsonNode transcript = CALL.document().path("Transcript");
        int end = 0;
        for (JsonNode turn : transcript) {
            assertThat(turn.path("BeginOffsetMillis").asInt()).isGreaterThan(end);
            end = turn.path("EndOffsetMillis").asInt();
            assertThat(turn.path("LoudnessScores")).isNotEmpty();
        }
        assertThat(transcript).hasSize(3);
    }

    @Test
    void scoresAreByRole() {
        ObjectNode document = CALL.document();
        JsonNode overall = document.at("/ConversationCharacteristics/Sentiment/OverallSentiment");

        assertThat(overall.path("AGENT").asDouble()).isEqualTo(5);
        assertThat(overall.path("CUSTOMER").asDouble()).isEqualTo(-5);
        assertThat(document.path("JobName").asText()).isEqualTo("hl-call-1");
        assertThat(document.path("JobStatus").asText()).isEqualTo("COMPLETED");
    }
}
