package io.throughline.channels.touchpoints;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.channels.Fixtures;
import io.throughline.channels.Outcome;
import io.throughline.model.FailureReason;
import io.throughline.model.Feedback;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TouchpointsMapperTest {

    private static List<Outcome> outcomes(String json) {
        return Fixtures.parser("touchpoints").parse(Fixtures.envelope("touchpoints", json));
    }

    private static List<Outcome> response(String type, String attributes) {
        return outcomes(
                "{\"data\": [{\"id\": \"1\", \"type\": \""
                        + type
                        + "\", \"attributes\": {\"created_at\": \"2026-03-02T08:00:00Z\", "
                        + attributes
                        + "}}]}");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "0, 0", "true, 1", "no, 0", "YES, 1"})
    void trustIsAThumb(String answer, double value) {
        Feedback feedback =
                Fixtures.only(response("cx_responses", "\"question_1\": \"" + answer + "\""));

        assertThat(feedback.rating().value()).isEqualTo(value);
        assertThat(feedback.rating().max()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Data 1-1\"", "true", "7", "[]"})
    void anythingElseIsInvalid(String answer) {
        assertThat(response("cx_responses", "\"question_1\": " + answer))
                .singleElement()
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        rejected ->
                                assertThat(rejected.reason())
                                        .isEqualTo(FailureReason.INVALID_FIELD));
    }

    @Test
    void theWordNullIsNoAnswer() {
        Feedback feedback =
                Fixtures.only(
                        response(
                                "cx_responses",
                                "\"question_1\": \"1\", \"positive_ease\": \"null\", \"question_4\":"
                                        + " \"null\""));

        assertThat(feedback.text()).isNull();
        assertThat(feedback.extras()).doesNotContainKey("positive");
    }

    @Test
    void shortAnswersOfAFormMayBeNamesAndAreLeftOut() {
        Feedback feedback =
                Fixtures.only(
                        response(
                                "submissions",
                                "\"uuid\": \"u\", \"answer_01\": \"Kim Sample\", \"answer_02\":"
                                        + " \"kim@example.com\", \"answer_03\": \"Nobody answers the phone\""));

        assertThat(feedback.text()).isEqualTo("Nobody answers the phone");
        assertThat(feedback.toString()).doesNotContain("Sample").doesNotContain("kim@");
        assertThat(feedback.author()).isNotNull();
    }

    @Test
    void whatIsNoResponseIsUnsupported() {
        assertThat(((Outcome.Rejected) response("services", "\"name\": \"x\"").get(0)).reason())
                .isEqualTo(FailureReason.UNSUPPORTED);
    }
}
