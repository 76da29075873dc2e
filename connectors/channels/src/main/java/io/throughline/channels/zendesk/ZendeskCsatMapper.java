package io.throughline.channels.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.MapContext;
import io.throughline.channels.Moments;
import io.throughline.channels.Outcome;
import io.throughline.channels.RecordMapper;
import io.throughline.channels.RejectedException;
import io.throughline.channels.json.Fields;
import io.throughline.channels.json.RecordedRequest;
import io.throughline.model.Author;
import io.throughline.model.FailureReason;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.Rating;
import io.throughline.model.RawEnvelope;
import io.throughline.model.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What customers said of the support they got: satisfaction ratings ({@code good} or {@code bad}
 * with a comment) and the answers to customizable CSAT surveys, told apart by their fields.
 *
 * <p>A rating is made when it is offered, so most of them are no answer: these are filtered. The
 * text is the comment; {@code reason} is a choice of a list and so an extra.
 *
 * <p>Extras of a rating: {@code ticketId}, {@code groupId}, {@code assigneeId}, {@code reason},
 * {@code reasonCode}; of a survey see {@link SurveyResponse}.
 */
public final class ZendeskCsatMapper implements RecordMapper {

    static final Outcome NO_ANSWER = new Outcome.Filtered("no-answer");

    @Override
    public String name() {
        return "zendesk-csat";
    }

    @Override
    public List<JsonNode> split(JsonNode document) {
        JsonNode body = RecordedRequest.bodyOf(document);
        if (!body.isObject()) {
            throw new RejectedException(FailureReason.MALFORMED, "this is no page of ratings");
        }
        for (String list : List.of("satisfaction_ratings", "survey_responses")) {
            if (body.has(list)) {
                return Pages.items(body, list);
            }
        }
        for (String single : List.of("satisfaction_rating", "survey_response")) {
            if (body.path(single).isObject() && !body.has("id")) {
                return List.of(body.get(single));
            }
        }
        if (body.has("error") && !body.has("id")) {
            throw new RejectedException(FailureReason.MALFORMED, "this is an error of the API");
        }
        return List.of(body);
    }

    @Override
    public Outcome map(JsonNode record, RawEnvelope envelope, MapContext context) {
        return record.has("answers")
                ? new SurveyResponse(record, envelope, context).map()
                : rating(record, envelope, context);
    }

    private static Outcome rating(JsonNode record, RawEnvelope envelope, MapContext context) {
        String id = Fields.requiredText(record, "id").strip();
        if (Fields.words(record, "score").filter(text -> !text.isBlank()).isEmpty()) {
            throw RejectedException.missing("score");
        }
        Optional<Rating> rating = Satisfaction.of(record);
        if (rating.isEmpty()) {
            return NO_ANSWER;
        }
        Instant created =
                Moments.iso("created_at", Fields.requiredText(record, "created_at"), envelope);
        Instant updated =
                Fields.text(record, "updated_at")
                        .filter(text -> !text.isBlank())
                        .map(text -> Moments.iso("updated_at", text, envelope))
                        .orElse(created);
        FeedbackBuilder feedback =
                new FeedbackBuilder(context.channel(), context.source(), id)
                        .touchpoint(context.touchpoint())
                        .occurredAt(created)
                        .revision(updated.toEpochMilli())
                        .observedAt(envelope.observedAt())
                        .text(Fields.words(record, "comment").orElse(null))
                        .rating(rating.get());
        Fields.lenientText(record, "requester_id")
                .map(author -> context.authors().keyOf(context.source(), author.strip()))
                .ifPresent(key -> feedback.author(new Author(key, Role.CUSTOMER)));
        Fields.lenientText(record, "url").ifPresent(feedback::url);
        Fields.extra(feedback, "ticketId", record, "ticket_id");
        Fields.extra(feedback, "groupId", record, "group_id");
        Fields.extra(feedback, "assigneeId", record, "assignee_id");
        Fields.extra(feedback, "reason", record, "reason");
        Fields.extra(feedback, "reasonCode", record, "reason_code");
        return new Outcome.Accepted(feedback.build());
    }
}
