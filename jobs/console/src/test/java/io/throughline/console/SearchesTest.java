package io.throughline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SearchesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AWKWARD = "a\"b\\c";

    @Test
    void daysOfElasticsearchStartWhereTheDaysOfTheSpanDo() throws Exception {
        Span span = new Span(Instant.parse("2026-03-15T09:00:00Z"));
        JsonNode body = JSON.readTree(Searches.signals(AWKWARD, span));

        assertThat(body.at("/query/bool/filter/0/term/journey").asText()).isEqualTo(AWKWARD);
        assertThat(body.at("/query/bool/filter/1/range/windowStart/gte").asLong())
                .isEqualTo(Instant.parse("2026-03-01T09:00:00Z").toEpochMilli());
        assertThat(body.at("/aggs/stages/aggs/channels/aggs/days/date_histogram/offset").asText())
                .isEqualTo("+32400s");
        assertThat(span.indexOf(Instant.parse("2026-03-14T09:00:00Z"))).isEqualTo(13);
        assertThat(span.indexOf(Instant.parse("2026-03-14T08:59:59Z"))).isEqualTo(12);
        assertThat(span.day(0)).isEqualTo("2026-03-01T09:00:00Z");
    }

    @Test
    void noFeedbackIsAddedUpTwice() throws Exception {
        Span span = new Span(Instant.parse("2026-03-15T09:00:00Z"));
        JsonNode filter = JSON.readTree(Searches.signals(AWKWARD, span)).at("/query/bool/filter/2");

        assertThat(filter.at("/bool/filter/0/term/windowSeconds").asInt()).isEqualTo(3_600);
        assertThat(filter.at("/bool/must_not/0/term/channel").asText()).isEqualTo("all");
        assertThat(filter.at("/bool/must_not/1/exists/field").asText()).isEqualTo("segment");
    }

    @Test
    void everyBodyIsJson() throws Exception {
        assertThat(JSON.readTree(Searches.newest(AWKWARD)).isObject()).isTrue();
        Span span = new Span(Instant.parse("2026-03-15T09:00:00Z"));
        assertThat(JSON.readTree(Searches.days(AWKWARD, span)).isObject()).isTrue();
        assertThat(JSON.readTree(Searches.touchpoints(span)).isObject()).isTrue();
        assertThat(JSON.readTree(Searches.verbatims()).isObject()).isTrue();
        assertThat(JSON.readTree(Searches.channels()).at("/aggs/channels").isObject()).isTrue();
        assertThat(JSON.readTree(Searches.delays(Instant.EPOCH)).isObject()).isTrue();
        assertThat(JSON.readTree(Searches.deadLetters()).isObject()).isTrue();
    }
}
