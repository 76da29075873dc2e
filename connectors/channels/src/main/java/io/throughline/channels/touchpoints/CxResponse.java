package io.throughline.channels.touchpoints;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.MapContext;
import io.throughline.channels.Moments;
import io.throughline.channels.Outcome;
import io.throughline.channels.RejectedException;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.Rating;
import io.throughline.model.RawEnvelope;
import java.time.Instant;
import java.util.Optional;

/**
 * A response of the A-11 questions: trust (thumb up or down), what went well or not, and words.
 *
 * <p>The API names a response by its own id. A CSV has only the external id, and no time, so its
 * rows happened when the file was written unless the combined export says when.
 *
 * <p>Extras: {@code positive}, {@code negative} (factors ticked), {@code externalId}, {@code
 * collectionDetailId}, {@code jobId}.
 */
final class CxResponse {

    private final JsonNode record;
    private final JsonNode answers;
    private final RawEnvelope envelope;
    private final MapContext context;

    CxResponse(JsonNode record, JsonNode answers, RawEnvelope envelope, MapContext context) {
        this.record = record;
        this.answers = answers;
        this.envelope = envelope;
        this.context = context;
    }

    Outcome map() {
        boolean api = record != answers;
        Optional<String> external = Answer.of(answers, "external_id");
        String id =
                (api ? Answer.of(record, "id") : Answer.of(answers, "UUID").or(() -> external))
                        .orElseThrow(() -> RejectedException.missing(api ? "id" : "external_id"));
        Optional<String> text = Answer.of(answers, "question_4");
        Optional<Rating> rating = Answer.thumb(answers, "question_1");
        if (rating.isEmpty() && text.isEmpty()) {
            throw RejectedException.missing("question_1");
        }
        FeedbackBuilder feedback =
                new FeedbackBuilder(context.channel(), context.source(), id)
                        .touchpoint(context.touchpoint())
                        .observedAt(envelope.observedAt())
                        .text(text.orElse(null))
                        .rating(rating.orElse(null))
                        .extra("positive", Answer.ticked(answers, "positive_"))
                        .extra("negative", Answer.ticked(answers, "negative_"));
        Optional<Instant> created = time("created_at").or(() -> time("Created at"));
        if (created.isPresent()) {
            feedback.occurredAt(created.get());
        } else {
            Moments.fromEnvelope(feedback, "created_at", envelope);
        }
        time("updated_at").or(() -> created).ifPresent(at -> feedback.revision(at.toEpochMilli()));
        external.ifPresent(value -> feedback.extra("externalId", value));
        Answer.of(answers, "cx_collection_detail_id")
                .ifPresent(value -> feedback.extra("collectionDetailId", value));
        Answer.of(answers, "job_id").ifPresent(value -> feedback.extra("jobId", value));
        return new Outcome.Accepted(feedback.build());
    }

    private Optional<Instant> time(String name) {
        return Answer.of(answers, name).map(text -> Moments.iso(name, text, envelope));
    }
}
