package io.throughline.channels.transcribe;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.channels.Fixtures;
import io.throughline.channels.Outcome;
import io.throughline.channels.OutcomeLine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranscribeMapperTest {

    private static final String CALL =
            """
            {"JobStatus": "COMPLETED", "JobName": "j1", "Transcript": [
             {"ParticipantRole": "Agent", "Content": "Hello?",
              "BeginOffsetMillis": 0, "EndOffsetMillis": 900},
             {"ParticipantRole": "customer", "Content": "My claim is late.",
              "BeginOffsetMillis": %d, "EndOffsetMillis": 2000,
              "IssuesDetected": [{"CharacterOffsets": {"Begin": 3, "End": 16}}]}]}
            """;

    @Test
    void rolesAreKnownInAnyCase() {
        assertThat(Fixtures.only(read(2000)).text()).isEqualTo("My claim is late.");
        assertThat(Fixtures.only(read(2000)).extras()).containsEntry("issues", "claim is late");
    }

    @Test
    void aTurnThatEndsBeforeItBeginsIsInvalid() {
        assertThat(read(2001))
                .extracting(OutcomeLine::of)
                .containsExactly(
                        "rejected INVALID_FIELD: Transcript[1].BeginOffsetMillis is after"
                                + " EndOffsetMillis");
    }

    private static List<Outcome> read(int begin) {
        byte[] call = CALL.formatted(begin).getBytes(StandardCharsets.UTF_8);
        return Fixtures.outcomes("transcribe", "call_2026-03-04T05-06-07Z.json", call);
    }
}
