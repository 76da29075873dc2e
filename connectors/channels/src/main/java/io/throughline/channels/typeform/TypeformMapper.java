package io.throughline.channels.typeform;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.MapContext;
import io.throughline.channels.Moments;
import io.throughline.channels.Outcome;
import io.throughline.channels.RecordMapper;
import io.throughline.channels.RejectedException;
import io.throughline.channels.json.Fields;
import io.throughline.model.Author;
import io.throughline.model.FailureReason;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.RawEnvelope;
import io.throughline.model.Role;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Responses of a form as Typeform's webhook posts them: one response is one feedback.
 *
 * <p>Answers carry no question and no scale, only the id and ref of their field, so they are joined
 * with {@code definition.fields}. The text is the free-text answers in order, one a line, and what
 * was typed in as another choice; the rating is the first answer to a rating, opinion scale or NPS
 * question. The author is the hidden field {@code user_id}, {@code customer_id} or {@code email}
 * (in this order, case and punctuation do not matter), else the first e-mail answer, else the first
 * phone number; whichever it is, it is hashed and goes nowhere else.
 *
 * <p>Extras: {@code form} (title), {@code formId}, {@code score}, {@code hidden.NAME}, {@code
 * variables.KEY}, {@code ending}, and every other answer under its field's ref, or, where the ref
 * is a generated one, under the title as a slug; see {@link FormFields}.
 */
public final class TypeformMapper implements RecordMapper {

    /** Extras that are no answers. */
    static final Set<String> OWN_EXTRAS = Set.of("form", "formId", "score", "ending");

    private static final Pattern SHOWN = Pattern.compile("[a-z_.-]{1,40}");

    @Override
    public String name() {
        return "typeform";
    }

    @Override
    public Outcome map(JsonNode record, RawEnvelope envelope, MapContext context) {
        requireResponse(record);
        JsonNode response =
                Fields.object(record, "form_response")
                        .orElseThrow(() -> RejectedException.missing("form_response"));
        String token = Fields.requiredText(response, "token").strip();
        Instant submitted =
                Moments.iso(
                        "submitted_at", Fields.requiredText(response, "submitted_at"), envelope);
        FeedbackBuilder feedback =
                new FeedbackBuilder(context.channel(), context.source(), token)
                        .touchpoint(context.touchpoint())
                        .occurredAt(submitted)
                        .observedAt(envelope.observedAt());
        JsonNode definition = response.path("definition");
        Fields.lenientText(definition, "title").ifPresent(title -> feedback.extra("form", title));
        Fields.lenientText(response, "form_id").ifPresent(id -> feedback.extra("formId", id));
        Respondent respondent = Respondent.of(response.path("hidden"));
        respondent.others().forEach((name, value) -> feedback.extra("hidden." + name, value));
        Answers answers = new Answers(FormFields.of(definition), feedback);
        for (JsonNode answer : Fields.items(response, "answers")) {
            answers.add(answer);
        }
        answers.finish();
        String author = answers.author(respondent.id());
        if (author != null) {
            String key = context.authors().keyOf(context.source(), author);
            feedback.author(new Author(key, Role.CUSTOMER));
        }
        outcomes(response, feedback);
        return new Outcome.Accepted(feedback.build());
    }

    private static void requireResponse(JsonNode record) {
        String type =
                Fields.words(record, "event_type")
                        .filter(text -> !text.isBlank())
                        .orElseThrow(() -> RejectedException.missing("event_type"));
        if (!type.equals("form_response")) {
            throw new RejectedException(
                    FailureReason.UNSUPPORTED,
                    "event_type "
                            + (SHOWN.matcher(type).matches() ? "'" + type + "' " : "")
                            + "is not form_response");
        }
    }

    private static void outcomes(JsonNode response, FeedbackBuilder feedback) {
        Fields.lenientText(response.path("calculated"), "score")
                .ifPresent(score -> feedback.extra("score", score));
        Fields.lenientText(response.path("ending"), "ref")
                .ifPresent(ending -> feedback.extra("ending", ending));
        for (JsonNode variable : response.path("variables")) {
            String type = variable.path("type").asText("");
            Fields.lenientText(variable, "key")
                    .ifPresent(
                            key ->
                                    Fields.lenientText(variable, type)
                                            .ifPresent(
                                                    value ->
                                                            feedback.extra(
                                                                    "variables." + key, value)));
        }
    }
}
