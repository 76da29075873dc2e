package io.throughline.channels.typeform;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.channels.Fixtures;
import io.throughline.channels.Outcome;
import io.throughline.channels.OutcomeLine;
import io.throughline.model.Feedback;
import io.throughline.model.Rating;
import org.junit.jupiter.api.Test;

class AnswersTest {

    private static final String RESPONSE =
            """
            {"event_type": "form_response", "form_response": {"token": "t1",
             "submitted_at": "2026-03-05T18:20:30Z",
             "definition": {"fields": [
              {"id": "g", "type": "inline_group", "ref": "group", "properties": {"fields": [
               {"id": "a", "type": "opinion_scale", "ref": "agree",
                "properties": {"steps": 7, "start_at_one": true}}]}}]},
             "answers": [%s]}}
            """;

    @Test
    void aQuestionInsideAGroupKeepsItsScale() {
        Feedback feedback =
                read(
                        """
                        {"type": "number", "number": 7, "field": {"id": "a", "type": "opinion_scale"}}
                        """);

        assertThat(feedback.rating()).isEqualTo(new Rating(7, 1, 7));
    }

    @Test
    void whatIsTypedInAsAnotherChoiceIsTheCustomersWords() {
        Feedback feedback =
                read(
                        """
                        {"type": "text", "text": "first", "field": {"ref": "words"}},
                        {"type": "choice", "choice": {"other": "by fax"}, "field": {"ref": "way"}},
                        {"type": "choices", "choices": {"labels": ["Price"], "other": "too slow"},
                         "field": {"ref": "why"}},
                        {"type": "text", "text": "last", "field": {"ref": "end"}}
                        """);

        assertThat(feedback.text()).isEqualTo("first\nby fax\ntoo slow\nlast");
        assertThat(feedback.extras())
                .containsEntry("way", "by fax")
                .containsEntry("why", "Price, too slow");
    }

    @Test
    void anAnswerOfAnUnknownTypeIsKept() {
        Feedback feedback =
                read(
                        """
                        {"type": "voice", "transcript": "hello", "field": {"id": "x", "ref": "spoken"}},
                        {"type": "map", "map": {"place": "Hamburg"}, "field": {"ref": "where"}}
                        """);

        assertThat(feedback.extras())
                .containsEntry("spoken", "hello")
                .containsEntry("where", "Hamburg");
    }

    @Test
    void anEventTypeThatIsNoTextIsInvalid() {
        Outcome outcome =
                Fixtures.parser("typeform")
                        .parse(Fixtures.envelope("typeform", "{\"event_type\": 7}"))
                        .get(0);

        assertThat(OutcomeLine.of(outcome))
                .isEqualTo("rejected INVALID_FIELD: event_type is no text");
    }

    private static Feedback read(String answers) {
        return Fixtures.only(
                Fixtures.parser("typeform")
                        .parse(Fixtures.envelope("typeform", RESPONSE.formatted(answers))));
    }
}
