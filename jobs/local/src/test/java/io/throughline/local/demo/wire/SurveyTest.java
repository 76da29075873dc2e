package io.throughline.local.demo.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SurveyTest {

    private static final Instant AT = Instant.parse("2026-03-04T05:06:07.890Z");

    @Test
    void everyAnswerHasItsFieldInTheDefinition() throws Exception {
        for (Survey.Form form : Survey.Form.values()) {
            JsonNode response = read(survey(form, "why", "what")).path("form_response");
            Set<String> defined = new HashSet<>();
            response.at("/definition/fields").forEach(field -> defined.add(key(field)));

            assertThat(response.path("answers")).hasSize(4);
            for (JsonNode answer : response.path("answers")) {
                assertThat(defined).contains(key(answer.path("field")));
                assertThat(answer.has(answer.path("type").asText())).isTrue();
            }
        }
    }

    @Test
    void scaleIsInTheDefinition() throws Exception {
        JsonNode relationship = read(survey(Survey.Form.RELATIONSHIP, "why", null));
        JsonNode contact = read(survey(Survey.Form.CONTACT, "why", null));

        assertThat(steps(relationship)).isEqualTo(11);
        assertThat(steps(contact)).isEqualTo(5);
    }

    @Test
    void emptyAnswersAreLeftOut() throws Exception {
        JsonNode answers =
                read(survey(Survey.Form.CONTACT, null, null)).at("/form_response/answers");

        assertThat(answers)
                .extracting(answer -> answer.path("type").asText())
                .containsExactly("number", "email");
    }

    @Test
    void timesAreWholeSecondsOfUtc() throws Exception {
        JsonNode response = read(survey(Survey.Form.CONTACT, "why", null)).path("form_response");

        assertThat(response.path("submitted_at").asText()).isEqualTo("2026-03-04T05:06:07Z");
        assertThat(response.path("landed_at").asText()).isEqualTo("2026-03-04T05:05:07Z");
    }

    private static Survey survey(Survey.Form form, String reason, String wish) {
        return new Survey(
                form,
                "01EVENT",
                "token",
                AT.minusSeconds(60),
                AT,
                4,
                reason,
                wish,
                "a@example.com",
                Map.of("customer_id", "HL1"));
    }

    private static JsonNode read(Survey survey) throws Exception {
        return new ObjectMapper().readTree(new String(survey.body(), StandardCharsets.UTF_8));
    }

    private static int steps(JsonNode event) {
        return event.at("/form_response/definition/fields/0/properties/steps").asInt();
    }

    private static String key(JsonNode field) {
        return field.path("id").asText() + field.path("ref").asText() + field.path("type").asText();
    }
}
