package io.throughline.local.demo.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamEventTest {

    private static final Instant AT = Instant.parse("2026-03-04T05:06:07.008Z");

    @Test
    void frameIsTwoLinesAndAnEmptyOne() {
        StreamEvent event = StreamEvent.update(AT, status(null, "<p>two\nlines</p>"));

        assertThat(event.frame()).startsWith("event: update\ndata: {").endsWith("}\n\n");
        assertThat(event.frame().lines()).hasSize(3);
    }

    @Test
    void deleteIsTheBareId() {
        assertThat(StreamEvent.delete(AT, 12345).frame())
                .isEqualTo("event: delete\ndata: 12345\n\n");
    }

    @Test
    void timesHaveMillisecondsAndAnUneditedStatusHasNoEdit() {
        Status fresh = status(null, "x");
        Status edited = status(AT.plusSeconds(60), "x");

        assertThat(fresh.entity().path("created_at").asText())
                .isEqualTo("2026-03-04T05:06:07.008Z");
        assertThat(fresh.entity().path("edited_at").isNull()).isTrue();
        assertThat(edited.entity().path("edited_at").asText())
                .isEqualTo("2026-03-04T05:07:07.008Z");
    }

    @Test
    void idsGrowWithTime() {
        assertThat(Status.snowflake(AT, 65_535)).isLessThan(Status.snowflake(AT.plusMillis(1), 0));
    }

    private static Status status(Instant edited, String html) {
        return new Status(1L, AT, edited, "dogdad3", "Leroy F.", "en", html, List.of("help"));
    }
}
