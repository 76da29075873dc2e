package io.throughline.channels.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Help desks, complaint offices and call recorders that do not exist. */
class TicketFormatsTest {

    @Test
    void aTicketIsOneRecordThoughItHasComments() {
        Proposed ticket =
                Proposed.from(
                        "ticket.json",
                        """
                        {"ticket": {"id": 35436, "subject": "Card declined", "description": "My card was declined abroad and I stood there without money.",
                          "requester_id": 20978392, "assignee_id": 235323, "organization_id": 509974,
                          "created_at": "2026-02-17T08:10:30Z", "updated_at": "2026-02-18T11:00:00Z",
                          "priority": "high", "status": "open", "is_deleted": false,
                          "comments": [
                            {"id": 1, "author_id": 20978392, "body": "My card was declined abroad and I stood there without money.", "created_at": "2026-02-17T08:10:30Z"},
                            {"id": 2, "author_id": 235323, "body": "We are looking into it.", "created_at": "2026-02-17T09:00:00Z"}]}}
                        """);
        assertThat(ticket.proposal().records()).isNull();
        assertThat(ticket.path(Field.NATURAL_ID)).isEqualTo("$.ticket.id");
        assertThat(ticket.path(Field.TEXT)).isEqualTo("$.ticket.subject + $.ticket.description");
        assertThat(ticket.path(Field.REVISION)).isEqualTo("$.ticket.updated_at");
        assertThat(ticket.path(Field.OCCURRED_AT)).isEqualTo("$.ticket.created_at");
        assertThat(ticket.path(Field.AUTHOR)).isEqualTo("$.ticket.requester_id");
        assertThat(ticket.path(Field.DELETED)).isEqualTo("$.ticket.is_deleted");
        assertThat(ticket.extras()).containsKeys("priority", "status");
        assertThat(ticket.whole()).isTrue();
    }

    @Test
    void theWayInOfAComplaintIsItsChannel() {
        Proposed office =
                Proposed.from(
                        "complaints.csv",
                        """
                        Complaint ID,Date received,Submitted via,Consumer complaint narrative,Company response,Issue
                        1001,02/13/2026,Web,They closed my account without telling me why,Closed with explanation,Account
                        1002,02/14/2026,Phone,I was charged twice for the same month,Closed with relief,Billing
                        1003,02/28/2026,Postal mail,My letter from January was never answered,In progress,Service
                        """);
        assertThat(office.yaml())
                .contains(
                        "  from: $['Submitted via']",
                        "  values: {Web: web, Phone: phone, Postal mail: post}");
        assertThat(office.path(Field.NATURAL_ID)).isEqualTo("$['Complaint ID']");
        assertThat(office.path(Field.TEXT)).isEqualTo("$['Consumer complaint narrative']");
        assertThat(office.line("occurredAt"))
                .isEqualTo(
                        "occurredAt: {from: \"$['Date received']\", formats: [M/d/yyyy], zone: UTC}");
        assertThat(office.whole()).isTrue();
    }

    @Test
    void theWordsOfAnAgentAreLeftOut() {
        Proposed chat =
                Proposed.from(
                        "chat.jsonl",
                        """
                        {"message_id": "m-1", "sent_at": "2026-03-01T10:00:00Z", "role": "agent", "content": "Hello, how can I help you today?"}
                        {"message_id": "m-2", "sent_at": "2026-03-01T10:00:20Z", "role": "customer", "content": "My parcel has been lost for two weeks now."}
                        {"message_id": "m-3", "sent_at": "2026-03-01T10:00:25Z", "role": "bot", "content": "Please hold on for a moment."}
                        """);
        assertThat(chat.yaml())
                .contains("- {when: $.role, is: [agent, bot], reason: not-the-customer}");
        assertThat(chat.trial().accepted()).isEqualTo(1);
        assertThat(chat.trial().filtered()).isEqualTo(2);
    }

    @Test
    void eventsOfAStreamAreRecords() {
        Proposed stream =
                Proposed.from(
                        "stream.sse",
                        """
                        : hello

                        event: feedback
                        data: {"id": "01HX1", "at_us": 1772435100123456, "msg": "Checkout hangs at the last step", "user": {"handle": "kim"}}

                        event: feedback
                        data: {"id": "01HX2", "at_us": 1772435160654321, "msg": "Love the new basket, well done", "user": {"handle": "lou"}}

                        """);
        assertThat(stream.proposal().sample().shape()).isEqualTo(Sample.Shape.EVENTS);
        assertThat(stream.line("occurredAt"))
                .isEqualTo("occurredAt: {from: $.at_us, formats: [epoch-micros]}");
        assertThat(stream.path(Field.TEXT)).isEqualTo("$.msg");
        assertThat(stream.path(Field.AUTHOR)).isEqualTo("$.user.handle");
        assertThat(stream.trial().accepted()).isEqualTo(2);
    }

    @Test
    void whatWasTakenBackHasATimeForIt() {
        Proposed posts =
                Proposed.from(
                        "posts.json",
                        """
                        [{"post_id": "p1", "published_at": "2026-02-01T10:00:00Z", "deleted_at": null, "html": "<p>The queue was <b>endless</b> today</p>"},
                         {"post_id": "p2", "published_at": "2026-02-01T11:00:00Z", "deleted_at": "2026-02-02T08:00:00Z", "html": "<p>Forget it, they called</p>"}]
                        """);
        assertThat(posts.line("deleted")).isEqualTo("deleted: {from: $.deleted_at, blank: false}");
        assertThat(posts.line("text")).isEqualTo("text: html($.html)");
        assertThat(posts.whole()).isTrue();
    }

    @Test
    void wordsOnAScaleAreARating() {
        Proposed desk =
                Proposed.from(
                        "desk.jsonl",
                        """
                        {"id": 1, "createdAt": "2026-02-01T10:00:00Z", "rating": "Great", "comments": "Quick and helpful, thanks"}
                        {"id": 2, "createdAt": "2026-02-01T11:00:00Z", "rating": "Bad", "comments": "You did not read what I wrote"}
                        {"id": 3, "createdAt": "2026-02-01T12:00:00Z", "rating": "Okay", "comments": ""}
                        """);
        assertThat(desk.line("rating"))
                .isEqualTo(
                        "rating: {value: $.rating, min: 1, max: 3, values: {Bad: 1, Okay: 2, Great:"
                                + " 3}}");
        assertThat(desk.whole()).isTrue();
    }
}
