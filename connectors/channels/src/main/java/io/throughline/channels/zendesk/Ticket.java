package io.throughline.channels.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.MapContext;
import io.throughline.channels.Moments;
import io.throughline.channels.Outcome;
import io.throughline.channels.RejectedException;
import io.throughline.channels.json.Fields;
import io.throughline.model.Author;
import io.throughline.model.Feedback;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.Operation;
import io.throughline.model.RawEnvelope;
import io.throughline.model.Role;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A ticket, whether of an export or the {@code detail} of an event.
 *
 * <p>Extras: {@code subject}, {@code status}, {@code priority}, {@code type}, {@code tags}, {@code
 * via}, {@code externalId}, {@code brandId}, {@code formId}, {@code groupId}, {@code
 * organizationId}, {@code assigneeId}, {@code satisfactionComment}, {@code satisfactionReason},
 * {@code textBy} ({@code agent} where the description is not the requester's) and {@code
 * customField.ID}.
 */
final class Ticket {

    private static final Map<String, String> EXTRAS =
            Map.ofEntries(
                    Map.entry("status", "status"),
                    Map.entry("priority", "priority"),
                    Map.entry("type", "type"),
                    Map.entry("external_id", "externalId"),
                    Map.entry("brand_id", "brandId"),
                    Map.entry("ticket_form_id", "formId"),
                    Map.entry("group_id", "groupId"),
                    Map.entry("organization_id", "organizationId"),
                    Map.entry("assignee_id", "assigneeId"));

    private final JsonNode ticket;
    private final RawEnvelope envelope;
    private final MapContext context;

    Ticket(JsonNode ticket, RawEnvelope envelope, MapContext context) {
        this.ticket = ticket;
        this.envelope = envelope;
        this.context = context;
    }

    /** The ticket as it is; a deleted one takes its feedback back. */
    Outcome map() {
        String status = Fields.lenientText(ticket, "status").orElse("");
        return status.strip().toLowerCase(Locale.ROOT).equals("deleted") ? delete() : upsert();
    }

    /** Whether it says what the customer wrote. */
    boolean hasDescription() {
        return Fields.lenientText(ticket, "description").isPresent();
    }

    Outcome delete() {
        Optional<Instant> updated = time("updated_at");
        return new Outcome.Accepted(
                start().operation(Operation.DELETE)
                        .revision(updated.map(Instant::toEpochMilli).orElse(Feedback.MAX_REVISION))
                        .occurredAt(envelope.observedAt())
                        .build());
    }

    Outcome upsert() {
        Instant created =
                time("created_at").orElseThrow(() -> RejectedException.missing("created_at"));
        FeedbackBuilder feedback =
                start().touchpoint(context.touchpoint())
                        .occurredAt(created)
                        .revision(time("updated_at").orElse(created).toEpochMilli());
        Optional<String> requester = Fields.lenientText(ticket, "requester_id");
        requester
                .map(id -> context.authors().keyOf(context.source(), id.strip()))
                .ifPresent(key -> feedback.author(new Author(key, Role.CUSTOMER)));
        text(requester, feedback);
        Fields.object(ticket, "satisfaction_rating")
                .flatMap(Satisfaction::of)
                .ifPresent(feedback::rating);
        Fields.lenientText(ticket, "url").ifPresent(feedback::url);
        extras(feedback);
        return new Outcome.Accepted(feedback.build());
    }

    private FeedbackBuilder start() {
        String id = Fields.requiredText(ticket, "id").strip();
        return new FeedbackBuilder(context.channel(), context.source(), id)
                .observedAt(envelope.observedAt());
    }

    /** The submitter writes the first comment; nobody named as such is taken for the requester. */
    private void text(Optional<String> requester, FeedbackBuilder feedback) {
        Optional<String> description = Fields.words(ticket, "description");
        Optional<String> submitter = Fields.lenientText(ticket, "submitter_id");
        boolean own = submitter.isEmpty() || requester.isEmpty() || submitter.equals(requester);
        if (own) {
            feedback.text(description.orElse(null));
        } else if (description.isPresent()) {
            feedback.extra("textBy", "agent");
        }
    }

    private Optional<Instant> time(String name) {
        return Fields.text(ticket, name)
                .filter(text -> !text.isBlank())
                .map(text -> Moments.iso(name, text, envelope));
    }

    private void extras(FeedbackBuilder feedback) {
        EXTRAS.forEach((name, key) -> Fields.extra(feedback, key, ticket, name));
        Fields.extra(feedback, "formId", ticket, "form_id");
        Fields.extra(feedback, "via", ticket, "via_channel");
        Fields.extra(feedback, "via", ticket.path("via"), "channel");
        Fields.lenientText(ticket, "subject")
                .or(() -> Fields.lenientText(ticket, "raw_subject"))
                .ifPresent(subject -> feedback.extra("subject", subject));
        feedback.extra("tags", Texts.joined(ticket.path("tags")));
        JsonNode rating = ticket.path("satisfaction_rating");
        Fields.extra(feedback, "satisfactionComment", rating, "comment");
        Fields.extra(feedback, "satisfactionReason", rating, "reason");
        for (JsonNode field : ticket.path("custom_fields")) {
            Fields.lenientText(field, "id")
                    .ifPresent(
                            id ->
                                    feedback.extra(
                                            "customField." + id,
                                            Texts.joined(field.path("value"))));
        }
    }
}
