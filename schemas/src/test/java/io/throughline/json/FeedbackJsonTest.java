package io.throughline.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.Samples;
import io.throughline.model.Author;
import io.throughline.model.Feedback;
import io.throughline.model.Role;
import org.junit.jupiter.api.Test;

class FeedbackJsonTest {

    @Test
    void writesEveryFieldInTheCanonicalOrder() {
        assertThat(FeedbackJson.line(Samples.fullFeedback()))
                .isEqualTo(
                        "{\"id\":\"phone:calls:call-17\",\"channel\":\"phone\",\"source\":\"calls\","
                                + "\"naturalId\":\"call-17\",\"revision\":3,\"operation\":\"upsert\","
                                + "\"touchpoint\":\"claims-line\","
                                + "\"occurredAt\":\"2026-03-04T05:06:07Z\","
                                + "\"observedAt\":\"2026-03-04T05:10:00.123456Z\","
                                + "\"author\":{\"key\":\"hmac:00ff\",\"role\":\"customer\"},"
                                + "\"conversation\":{\"id\":\"call-17\",\"turns\":["
                                + "{\"index\":0,\"role\":\"agent\",\"text\":\"Good morning\","
                                + "\"startMs\":0,\"endMs\":900},"
                                + "{\"index\":1,\"role\":\"customer\","
                                + "\"text\":\"Où est mon argent ? 😡\",\"startMs\":950},"
                                + "{\"index\":2,\"role\":\"system\",\"text\":\"\"}]},"
                                + "\"text\":\"Où est mon argent ? 😡\","
                                + "\"rating\":{\"value\":2,\"min\":0,\"max\":10},"
                                + "\"language\":\"fr\",\"locale\":\"fr-CA\","
                                + "\"url\":\"https://calls.example/17\","
                                + "\"extras\":{\"queue\":\"claims\",\"wait.seconds\":\"41\"}}");
    }

    @Test
    void leavesOutWhatIsAbsentAndTheProvenance() {
        assertThat(FeedbackJson.line(Samples.bareFeedback()))
                .isEqualTo(
                        "{\"id\":\"social:mastodon:1\",\"channel\":\"social\",\"source\":\"mastodon\","
                                + "\"naturalId\":\"1\",\"revision\":1,\"operation\":\"upsert\","
                                + "\"occurredAt\":\"2026-03-04T05:06:07Z\","
                                + "\"observedAt\":\"2026-03-04T05:10:00.123456Z\"}");
    }

    @Test
    void keepsTheRoleOfAnAuthorWithoutKey() {
        Feedback feedback =
                Samples.bareFeedback().toBuilder().author(new Author(null, Role.CUSTOMER)).build();

        assertThat(FeedbackJson.line(feedback)).contains("\"author\":{\"role\":\"customer\"}");
    }

    @Test
    void staysOnOneLine() {
        Feedback feedback = Samples.bareFeedback().toBuilder().text("a\nb\r\nc").build();

        assertThat(FeedbackJson.line(feedback)).doesNotContain("\n").contains("a\\nb\\r\\nc");
    }
}
