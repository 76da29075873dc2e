package io.throughline.channels.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.MapContext;
import io.throughline.channels.Moments;
import io.throughline.channels.Outcome;
import io.throughline.channels.Ratings;
import io.throughline.channels.RejectedException;
import io.throughline.channels.json.Fields;
import io.throughline.model.Author;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.Rating;
import io.throughline.model.RawEnvelope;
import io.throughline.model.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A response to a customizable CSAT survey. The rating is the answer to the rating scale, on the
 * ratings its question offers, else 1 to 5; the text is the open answers, a line each.
 *
 * <p>The response itself has no time, its answers have: it was given when the first one was made,
 * and its revision is the last change of one.
 *
 * <p>Extras: {@code ticketId}, {@code surveyId}, {@code surveyVersion}, {@code category} (what the
 * rating counts as, good or bad) and the choices of closed questions under the question's alias or
 * id.
 */
final class SurveyResponse {

    private static final int DEFAULT_BEST = 5;

    private final JsonNode response;
    private final RawEnvelope envelope;
    private final MapContext context;
    private final List<String> texts = new ArrayList<>();
    private Rating rating;
    private Instant first;
    private Instant last;
    private boolean answered;

    SurveyResponse(JsonNode response, RawEnvelope envelope, MapContext context) {
        this.response = response;
        this.envelope = envelope;
        this.context = context;
    }

    Outcome map() {
        String id = Fields.requiredText(response, "id").strip();
        FeedbackBuilder feedback =
                new FeedbackBuilder(context.channel(), context.source(), id)
                        .touchpoint(context.touchpoint())
                        .observedAt(envelope.observedAt());
        for (JsonNode answer : Fields.items(response, "answers")) {
            answer(answer, feedback);
        }
        if (!answered) {
            return ZendeskCsatMapper.NO_ANSWER;
        }
        if (first == null) {
            throw RejectedException.missing("answers.created_at");
        }
        feedback.occurredAt(first)
                .revision(last.toEpochMilli())
                .text(texts.isEmpty() ? null : String.join("\n", texts))
                .rating(rating);
        Fields.lenientText(response, "responder_id")
                .map(author -> context.authors().keyOf(context.source(), author.strip()))
                .ifPresent(key -> feedback.author(new Author(key, Role.CUSTOMER)));
        subject(feedback);
        JsonNode survey = response.path("survey");
        Fields.lenientText(survey, "id")
                .or(() -> Fields.lenientText(response, "survey_id"))
                .ifPresent(value -> feedback.extra("surveyId", value));
        Fields.lenientText(survey, "version")
                .or(() -> Fields.lenientText(response, "survey_version"))
                .ifPresent(value -> feedback.extra("surveyVersion", value));
        return new Outcome.Accepted(feedback.build());
    }

    private void answer(JsonNode answer, FeedbackBuilder feedback) {
        if (!answer.isObject()) {
            throw RejectedException.invalid("answers", "holds something else than objects");
        }
        JsonNode question = answer.path("question");
        switch (Fields.requiredText(answer, "type")) {
            case "skipped" -> {
                return;
            }
            case "rating_scale" -> {
                rating = rating(answer, question);
                Fields.lenientText(answer, "rating_category")
                        .ifPresent(category -> feedback.extra("category", category));
            }
            case "open_ended" ->
                    Fields.words(answer, "value")
                            .filter(text -> !text.isBlank())
                            .ifPresent(texts::add);
            default ->
                    feedback.extra(
                            Fields.lenientText(question, "alias")
                                    .or(() -> Fields.lenientText(question, "id"))
                                    .orElse("choice"),
                            choices(answer));
        }
        answered = true;
        time(answer);
    }

    private static Rating rating(JsonNode answer, JsonNode question) {
        int least = Integer.MAX_VALUE;
        int most = Integer.MIN_VALUE;
        for (JsonNode option : question.path("options")) {
            if (option.path("rating").canConvertToInt()) {
                least = Math.min(least, option.path("rating").intValue());
                most = Math.max(most, option.path("rating").intValue());
            }
        }
        boolean known = least < most;
        return Ratings.of(
                "rating",
                Fields.requiredText(answer, "rating"),
                known ? least : 1,
                known ? most : DEFAULT_BEST);
    }

    private static String choices(JsonNode answer) {
        List<String> chosen = new ArrayList<>();
        for (JsonNode selection : answer.path("selections")) {
            JsonNode label = selection.path("option").path("label");
            Fields.lenientText(label, "value")
                    .or(() -> Fields.lenientText(selection.path("option"), "label"))
                    .or(() -> Fields.lenientText(selection, "value"))
                    .ifPresent(chosen::add);
        }
        return String.join(", ", chosen);
    }

    private void time(JsonNode answer) {
        for (String name : List.of("created_at", "updated_at")) {
            Fields.text(answer, name)
                    .filter(text -> !text.isBlank())
                    .map(text -> Moments.iso(name, text, envelope))
                    .ifPresent(
                            at -> {
                                first = first == null || at.isBefore(first) ? at : first;
                                last = last == null || at.isAfter(last) ? at : last;
                            });
        }
    }

    private void subject(FeedbackBuilder feedback) {
        for (JsonNode subject : response.path("subjects")) {
            if (subject.path("type").asText("").equals("ticket")) {
                Fields.lenientText(subject, "id").ifPresent(id -> feedback.extra("ticketId", id));
            }
        }
        for (JsonNode zrn : response.path("subject_zrns")) {
            String[] parts = zrn.asText("").split(":", 3);
            if (parts.length == 3 && parts[1].equals("ticket")) {
                feedback.extra("ticketId", parts[2]);
            }
        }
    }
}
