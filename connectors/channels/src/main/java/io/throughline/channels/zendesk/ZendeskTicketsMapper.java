package io.throughline.channels.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.MapContext;
import io.throughline.channels.Outcome;
import io.throughline.channels.RecordMapper;
import io.throughline.channels.RejectedException;
import io.throughline.channels.json.Fields;
import io.throughline.channels.json.RecordedRequest;
import io.throughline.model.FailureReason;
import io.throughline.model.RawEnvelope;
import java.util.List;

/**
 * Tickets as Zendesk's incremental export lists them and its webhooks tell of them: a ticket is one
 * feedback, of which every update is a later revision, and a comment or message of a customer that
 * a webhook brings is one of its own.
 *
 * <p>Only what the customer said is text. {@code description} is the first comment, written by the
 * submitter: where that is not the requester, an agent wrote it down, and the ticket counts without
 * text. Comments of staff, internal notes and messages of agents, triggers and bots are filtered.
 */
public final class ZendeskTicketsMapper implements RecordMapper {

    @Override
    public String name() {
        return "zendesk-tickets";
    }

    @Override
    public List<JsonNode> split(JsonNode document) {
        JsonNode body = RecordedRequest.bodyOf(document);
        if (!body.isObject()) {
            throw new RejectedException(FailureReason.MALFORMED, "this is no page of tickets");
        }
        if (body.has("tickets")) {
            return Pages.items(body, "tickets");
        }
        if (body.path("ticket").isObject() && !body.has("type")) {
            return List.of(body.get("ticket"));
        }
        if (body.has("error") && !body.has("id")) {
            throw new RejectedException(FailureReason.MALFORMED, "this is an error of the API");
        }
        return List.of(body);
    }

    @Override
    public Outcome map(JsonNode record, RawEnvelope envelope, MapContext context) {
        boolean event = record.has("zendesk_event_version") || record.has("detail");
        String type = Fields.lenientText(record, "type").orElse("");
        if (!event && !type.startsWith(TicketEvent.PREFIX)) {
            return new Ticket(record, envelope, context).map();
        }
        return new TicketEvent(record, envelope, context).map();
    }
}
