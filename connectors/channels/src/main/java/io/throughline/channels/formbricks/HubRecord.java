package io.throughline.channels.formbricks;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.Languages;
import io.throughline.channels.MapContext;
import io.throughline.channels.Moments;
import io.throughline.channels.Outcome;
import io.throughline.channels.RejectedException;
import io.throughline.channels.json.Fields;
import io.throughline.model.Author;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.RawEnvelope;
import io.throughline.model.Role;
import java.time.Instant;
import java.util.Optional;

/**
 * A record of the Hub: the answer to one field of one submission, so the natural id is both.
 *
 * <p>Extras: {@code field} (label or id), {@code fieldType}, {@code sourceType}, {@code sourceId},
 * {@code sourceName}, {@code submissionId}, {@code value} (an answer that is neither text nor
 * rating) and {@code metadata.KEY}.
 */
final class HubRecord {

    private final JsonNode record;
    private final RawEnvelope envelope;
    private final MapContext context;

    HubRecord(JsonNode record, RawEnvelope envelope, MapContext context) {
        this.record = record;
        this.envelope = envelope;
        this.context = context;
    }

    Outcome map() {
        String submission = Fields.requiredText(record, "submission_id").strip();
        String field = Fields.requiredText(record, "field_id").strip();
        String type = Fields.requiredText(record, "field_type").strip();
        Instant collected =
                Moments.iso("collected_at", Fields.requiredText(record, "collected_at"), envelope);
        FeedbackBuilder feedback =
                new FeedbackBuilder(context.channel(), context.source(), submission + "/" + field)
                        .touchpoint(context.touchpoint())
                        .occurredAt(collected)
                        .revision(
                                Fields.text(record, "updated_at")
                                        .filter(text -> !text.isBlank())
                                        .map(text -> Moments.iso("updated_at", text, envelope))
                                        .orElse(collected)
                                        .toEpochMilli())
                        .observedAt(envelope.observedAt());
        Fields.lenientText(record, "user_id")
                .map(id -> context.authors().keyOf(context.source(), id.strip()))
                .ifPresent(key -> feedback.author(new Author(key, Role.CUSTOMER)));
        Fields.lenientText(record, "language").ifPresent(tag -> Languages.set(feedback, tag));
        value(type, feedback);
        extras(type, feedback);
        return new Outcome.Accepted(feedback.build());
    }

    private void value(String type, FeedbackBuilder feedback) {
        if (type.equals("text")) {
            feedback.text(
                    Fields.words(record, "value_text")
                            .filter(text -> !text.isBlank())
                            .orElseThrow(() -> RejectedException.missing("value_text")));
            return;
        }
        Question question = new Question(type, record.path("metadata").path("range").asInt(0));
        if (question.isRating()) {
            feedback.rating(
                    question.rating("value_number", Fields.requiredText(record, "value_number")));
            return;
        }
        Optional<String> value = Optional.empty();
        for (String name :
                new String[] {"value_number", "value_boolean", "value_date", "value_text"}) {
            value = value.or(() -> Fields.lenientText(record, name));
        }
        feedback.extra("value", value.orElseThrow(() -> RejectedException.missing("value")));
    }

    private void extras(String type, FeedbackBuilder feedback) {
        feedback.extra("fieldType", type);
        Fields.lenientText(record, "field_label")
                .or(() -> Fields.lenientText(record, "field_id"))
                .ifPresent(label -> feedback.extra("field", label));
        extra(feedback, "submissionId", "submission_id");
        extra(feedback, "sourceType", "source_type");
        extra(feedback, "sourceId", "source_id");
        extra(feedback, "sourceName", "source_name");
        JsonNode metadata = record.path("metadata");
        metadata.properties()
                .forEach(
                        each ->
                                Fields.lenientText(metadata, each.getKey())
                                        .ifPresent(
                                                value ->
                                                        feedback.extra(
                                                                "metadata." + each.getKey(),
                                                                value)));
    }

    private void extra(FeedbackBuilder feedback, String key, String name) {
        Fields.lenientText(record, name).ifPresent(value -> feedback.extra(key, value));
    }
}
