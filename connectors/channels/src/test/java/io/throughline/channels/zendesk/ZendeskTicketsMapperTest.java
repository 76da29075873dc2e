package io.throughline.channels.zendesk;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.channels.Fixtures;
import io.throughline.channels.Outcome;
import io.throughline.model.Channel;
import io.throughline.model.Feedback;
import io.throughline.model.Operation;
import io.throughline.model.Rating;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZendeskTicketsMapperTest {

    private static List<Outcome> outcomes(String json) {
        return Fixtures.parser("zendesk-tickets").parse(Fixtures.envelope("zendesk-tickets", json));
    }

    private static Feedback ticket(String fields) {
        return Fixtures.only(
                outcomes(
                        "{\"tickets\": [{\"id\": 1, \"created_at\": \"2026-03-02T08:00:00Z\", "
                                + fields
                                + "}]}"));
    }

    private static Outcome event(String type, String detail, String event) {
        return outcomes(
                        "{\"type\": \"zen:event-type:"
                                + type
                                + "\", \"time\": \"2026-03-02T09:00:00Z\", \"detail\": {\"id\": \"1\", "
                                + detail
                                + "}, \"event\": {"
                                + event
                                + "}}")
                .get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "email, EMAIL",
        "voice, PHONE",
        "mobile_sdk, MOBILE",
        "whatsapp, SOCIAL",
        "native_messaging, WEB",
        "api, OTHER",
        "something_new, WEB"
    })
    void channelIsTheOneItCameBy(String via, Channel channel) {
        assertThat(ticket("\"via\": {\"channel\": \"" + via + "\"}").channel()).isEqualTo(channel);
    }

    @Test
    void whatAnAgentWroteDownIsNotTheCustomersText() {
        Feedback feedback =
                ticket("\"description\": \"Delighted!\", \"requester_id\": 1, \"submitter_id\": 2");

        assertThat(feedback.text()).isNull();
        assertThat(feedback.extras()).containsEntry("textBy", "agent");
        assertThat(feedback.toString()).doesNotContain("Delighted");
    }

    @Test
    void idsOfOneTypeOrAnotherAreTheSamePerson() {
        assertThat(
                        ticket(
                                        "\"description\": \"x\", \"requester_id\": 1, \"submitter_id\": \"1\"")
                                .text())
                .isEqualTo("x");
    }

    @ParameterizedTest
    @CsvSource({"good, 1", "bad, 0", "GOOD, 1"})
    void satisfactionIsAThumb(String score, double value) {
        assertThat(ticket("\"satisfaction_rating\": {\"score\": \"" + score + "\"}").rating())
                .isEqualTo(new Rating(value, 0, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"offered", "unoffered"})
    void anOfferIsNoRating(String score) {
        assertThat(ticket("\"satisfaction_rating\": {\"score\": \"" + score + "\"}").rating())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ticket.soft_deleted",
                "ticket.permanently_deleted",
                "ticket.marked_as_spam"
            })
    void deletesTakeTheTicketBack(String type) {
        Feedback feedback =
                ((Outcome.Accepted) event(type, "\"updated_at\": \"2026-03-02T09:00:00Z\"", ""))
                        .feedback();

        assertThat(feedback.operation()).isEqualTo(Operation.DELETE);
        assertThat(feedback.id()).isEqualTo("web:zendesk-tickets:1");
    }

    @Test
    void anUpdateWithoutWordsDoesNotWipeThemOut() {
        assertThat(event("ticket.priority_changed", "\"created_at\": \"2026-03-02T08:00:00Z\"", ""))
                .isEqualTo(new Outcome.Filtered("ticket-update"));
    }

    @ParameterizedTest
    @CsvSource({
        "agent, agent-message",
        "trigger, system-message",
        "system, system-message",
        "robot, system-message"
    })
    void onlyMessagesOfCustomersCount(String actor, String reason) {
        assertThat(
                        event(
                                "messaging_ticket.message_added",
                                "\"x\": 1",
                                "\"actor\": {\"type\": \""
                                        + actor
                                        + "\"}, \"message\": {\"id\": \"m\", \"body\": \"great\"}"))
                .isEqualTo(new Outcome.Filtered(reason));
    }

    @Test
    void anErrorInsteadOfAPageIsOneDeadLetter() {
        assertThat(outcomes("{\"error\": \"RecordNotFound\"}"))
                .singleElement()
                .isInstanceOf(Outcome.Rejected.class);
    }
}
