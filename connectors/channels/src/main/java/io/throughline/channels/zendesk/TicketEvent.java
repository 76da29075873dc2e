package io.throughline.channels.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.MapContext;
import io.throughline.channels.Moments;
import io.throughline.channels.Outcome;
import io.throughline.channels.RejectedException;
import io.throughline.channels.json.Fields;
import io.throughline.model.Author;
import io.throughline.model.FailureReason;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.RawEnvelope;
import io.throughline.model.Role;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An event of Zendesk's event webhooks, {@code zen:event-type:ticket.*} or {@code
 * messaging_ticket.message_added}.
 *
 * <p>An event is an update of its ticket when its {@code detail} carries the description, since a
 * later revision replaces all of an earlier one; without it only {@code ticket.created} is taken,
 * as nothing can be lost there.
 */
final class TicketEvent {

    static final String PREFIX = "zen:event-type:";

    private static final Set<String> DELETES =
            Set.of("ticket.soft_deleted", "ticket.permanently_deleted", "ticket.marked_as_spam");
    private static final Set<String> CUSTOMERS = Set.of("end_user", "user");
    private static final Pattern SHOWN = Pattern.compile("[a-z_.-]{1,60}");

    private final JsonNode record;
    private final JsonNode event;
    private final RawEnvelope envelope;
    private final MapContext context;

    TicketEvent(JsonNode record, RawEnvelope envelope, MapContext context) {
        this.record = record;
        this.event = record.path("event");
        this.envelope = envelope;
        this.context = context;
    }

    Outcome map() {
        String type = Fields.requiredText(record, "type").strip();
        String name = type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : type;
        if (name.equals("messaging_ticket.message_added")) {
            return message();
        }
        if (!name.startsWith("ticket.")) {
            throw new RejectedException(
                    FailureReason.UNSUPPORTED,
                    "type "
                            + (SHOWN.matcher(name).matches() ? "'" + name + "' " : "")
                            + "is no event of a ticket");
        }
        if (name.equals("ticket.comment_added")) {
            return comment();
        }
        Ticket ticket = new Ticket(detail(), envelope, context);
        if (DELETES.contains(name)) {
            return ticket.delete();
        }
        boolean whole = ticket.hasDescription() || name.equals("ticket.created");
        return whole ? ticket.map() : new Outcome.Filtered("ticket-update");
    }

    private Outcome message() {
        JsonNode message = object("message");
        JsonNode actor = object("actor");
        String by = Fields.requiredText(actor, "type").strip();
        if (!CUSTOMERS.contains(by)) {
            return new Outcome.Filtered(by.equals("agent") ? "agent-message" : "system-message");
        }
        FeedbackBuilder feedback = words(message, "message", Fields.lenientText(actor, "id"));
        Fields.lenientText(event, "conversation_id")
                .ifPresent(id -> feedback.extra("conversationId", id));
        return new Outcome.Accepted(feedback.build());
    }

    private Outcome comment() {
        JsonNode comment = object("comment");
        JsonNode author = comment.path("author");
        if (author.path("is_staff").asBoolean(false)) {
            return new Outcome.Filtered("agent-comment");
        }
        if (!comment.path("is_public").asBoolean(true)) {
            return new Outcome.Filtered("internal-note");
        }
        return new Outcome.Accepted(
                words(comment, "comment", Fields.lenientText(author, "id")).build());
    }

    /** A feedback of what one comment or message says. */
    private FeedbackBuilder words(JsonNode said, String kind, Optional<String> author) {
        String ticket = Fields.requiredText(detail(), "id").strip();
        String id = Fields.requiredText(said, "id").strip();
        FeedbackBuilder feedback =
                new FeedbackBuilder(
                                context.channel(), context.source(), ticket + "/" + kind + "/" + id)
                        .touchpoint(context.touchpoint())
                        .occurredAt(
                                Moments.iso("time", Fields.requiredText(record, "time"), envelope))
                        .observedAt(envelope.observedAt())
                        .text(Fields.words(said, "body").orElse(null))
                        .extra("ticketId", ticket);
        author.map(key -> context.authors().keyOf(context.source(), key.strip()))
                .ifPresent(key -> feedback.author(new Author(key, Role.CUSTOMER)));
        return feedback;
    }

    private JsonNode detail() {
        return Fields.object(record, "detail")
                .orElseThrow(() -> RejectedException.missing("detail"));
    }

    private JsonNode object(String name) {
        return Fields.object(event, name)
                .orElseThrow(() -> RejectedException.missing("event." + name));
    }
}
