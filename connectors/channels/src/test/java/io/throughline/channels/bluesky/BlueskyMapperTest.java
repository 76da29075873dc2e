package io.throughline.channels.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.channels.Fixtures;
import io.throughline.channels.Outcome;
import io.throughline.model.Feedback;
import io.throughline.model.Operation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlueskyMapperTest {

    private static final String FIRST =
            """
            {"did":"did:plc:a","time_us":1772600767000000,"kind":"commit","commit":{
             "rev":"3mgabcdefgh2a","operation":"%s","collection":"app.bsky.feed.post","rkey":"k",
             "record":{"text":"late","createdAt":"%s"}}}
            """;
    private static final String SECOND =
            """
            {"$type":"message","payload":{"$type":"network.bsky.jetstream.subscribeEvents#commit",
             "seq":7,"did":"did:plc:a","time":"2026-03-04T05:06:07.000000Z","rev":"3mgabcdefgh2a",
             "operation":"create","collection":"app.bsky.feed.post","rkey":"k",
             "record":{"text":"late","createdAt":"2026-03-04T05:06:06Z"}}}
            """;

    @Test
    void bothFormatsGiveTheSameFeedback() {
        assertThat(Fixtures.only(read(SECOND)))
                .isEqualTo(Fixtures.only(read(FIRST.formatted("create", "2026-03-04T05:06:06Z"))));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-04T05:06:06Z, 2026-03-04T05:06:06Z",
        "2026-03-04T05:06:08Z, 2026-03-04T05:06:07Z",
        "1900-01-01T00:00:00Z, 2026-03-04T05:06:07Z"
    })
    void theClaimedTimeCountsUnlessItCannotBe(String claimed, String taken) {
        assertThat(Fixtures.only(read(FIRST.formatted("update", claimed))).occurredAt())
                .hasToString(taken);
    }

    @Test
    void aDeleteTakesBackWhatTheCreateBrought() {
        Feedback create = Fixtures.only(read(FIRST.formatted("create", "2026-03-04T05:06:06Z")));
        Feedback delete = Fixtures.only(read(FIRST.formatted("delete", "2026-03-04T05:06:06Z")));

        assertThat(delete.operation()).isEqualTo(Operation.DELETE);
        assertThat(delete.id()).isEqualTo(create.id());
        assertThat(delete.text()).isNull();
    }

    private static List<Outcome> read(String frame) {
        byte[] bytes = frame.replace("\n", "").getBytes(StandardCharsets.UTF_8);
        return Fixtures.outcomes("bluesky", "f.jsonl", bytes);
    }
}
