package io.throughline.channels.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.channels.Fixtures;
import io.throughline.channels.Outcome;
import io.throughline.channels.OutcomeLine;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MastodonMapperTest {

    private static final String STATUS =
            "{\"id\":\"1\",\"created_at\":\"2026-03-04T05:06:07Z\",%s}";

    @ParameterizedTest
    @CsvSource({"content, 5", "content, true", "spoiler_text, 5", "spoiler_text, {}"})
    void wordsThatAreNoTextAreInvalid(String field, String value) {
        List<Outcome> outcomes = read(STATUS.formatted("\"" + field + "\":" + value));

        assertThat(outcomes)
                .extracting(OutcomeLine::of)
                .containsExactly("rejected INVALID_FIELD: " + field + " is no text");
    }

    @Test
    void anEditBeforeTheCreationDoesNotLowerTheRevision() {
        String status =
                STATUS.formatted("\"edited_at\":\"2026-03-01T00:00:00Z\",\"content\":\"x\"");

        assertThat(Fixtures.only(read(status)).revision())
                .isEqualTo(Instant.parse("2026-03-04T05:06:07Z").toEpochMilli());
    }

    @Test
    void anErrorInsteadOfAStatusIsOneDeadLetter() {
        assertThat(read("{\"error\": \"The access token is invalid\"}"))
                .extracting(OutcomeLine::of)
                .containsExactly("rejected MISSING_FIELD: id is absent, null or empty");
    }

    private static List<Outcome> read(String payload) {
        return Fixtures.parser("mastodon").parse(Fixtures.envelope("mastodon", payload));
    }
}
