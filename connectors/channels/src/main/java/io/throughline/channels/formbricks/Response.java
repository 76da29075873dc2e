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
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * One response, as far as it has come. Its revision is the time of its last update, and one more
 * millisecond when it is finished, so that the finished one wins over a partial one of the same
 * moment.
 *
 * <p>Extras: {@code surveyId}, {@code survey} (title), {@code finished}, {@code tags}, {@code page}
 * (address without its query), {@code source}, {@code action}, {@code country}, {@code browser},
 * {@code os}, {@code device}, {@code variables.NAME}, and the answers that are neither text nor
 * rating under the id of their question.
 */
final class Response {

    private static final List<String> IDS = List.of("userId", "id");
    private static final List<String> ATTRIBUTES = List.of("userId", "email");

    private final JsonNode response;
    private final RawEnvelope envelope;
    private final MapContext context;

    Response(JsonNode response, RawEnvelope envelope, MapContext context) {
        this.response = response;
        this.envelope = envelope;
        this.context = context;
    }

    Outcome map() {
        String id = Fields.requiredText(response, "id").strip();
        Instant created =
                Moments.iso("createdAt", Fields.requiredText(response, "createdAt"), envelope);
        Instant updated =
                Fields.text(response, "updatedAt")
                        .filter(text -> !text.isBlank())
                        .map(text -> Moments.iso("updatedAt", text, envelope))
                        .orElse(created);
        boolean finished = response.path("finished").asBoolean(false);
        FeedbackBuilder feedback =
                new FeedbackBuilder(context.channel(), context.source(), id)
                        .touchpoint(context.touchpoint())
                        .occurredAt(created)
                        .revision(updated.toEpochMilli() + (finished ? 1 : 0))
                        .observedAt(envelope.observedAt())
                        .extra("finished", Boolean.toString(finished));
        extras(feedback);
        JsonNode data =
                Fields.object(response, "data")
                        .orElseThrow(() -> RejectedException.missing("data"));
        Answers answers = new Answers(Questions.of(response), feedback);
        data.properties().forEach(answer -> answers.add(answer.getKey(), answer.getValue()));
        if (!answers.any()) {
            return nothing(finished);
        }
        answers.finish();
        author(answers)
                .map(author -> context.authors().keyOf(context.source(), author))
                .ifPresent(key -> feedback.author(new Author(key, Role.CUSTOMER)));
        Fields.lenientText(response, "language")
                .filter(tag -> !tag.equals("default"))
                .ifPresent(tag -> Languages.set(feedback, tag));
        return new Outcome.Accepted(feedback.build());
    }

    /**
     * A response that was only begun may yet be answered; one that is finished should have been.
     */
    private static Outcome nothing(boolean finished) {
        if (finished) {
            throw RejectedException.missing("data");
        }
        return new Outcome.Filtered("no-answer");
    }

    /** The contact, which earlier versions called person; else who is named in the answers. */
    private Optional<String> author(Answers answers) {
        for (String holder : List.of("contact", "person")) {
            for (String name : IDS) {
                Optional<String> found = Fields.lenientText(response.path(holder), name);
                if (found.isPresent()) {
                    return found.map(String::strip);
                }
            }
        }
        for (String holder : List.of("contactAttributes", "personAttributes")) {
            for (String name : ATTRIBUTES) {
                Optional<String> found = Fields.lenientText(response.path(holder), name);
                if (found.isPresent()) {
                    return found.map(String::strip);
                }
            }
        }
        return answers.email();
    }

    private void extras(FeedbackBuilder feedback) {
        JsonNode meta = response.path("meta");
        JsonNode agent = meta.path("userAgent");
        JsonNode survey = response.path("survey");
        Fields.extra(feedback, "surveyId", response, "surveyId");
        Fields.lenientText(survey, "title")
                .or(() -> Fields.lenientText(survey, "name"))
                .ifPresent(title -> feedback.extra("survey", title));
        Fields.lenientText(meta, "url")
                .map(url -> url.replaceAll("[?#].*", ""))
                .ifPresent(url -> feedback.extra("page", url));
        Fields.extra(feedback, "source", meta, "source");
        Fields.extra(feedback, "action", meta, "action");
        Fields.extra(feedback, "country", meta, "country");
        Fields.extra(feedback, "browser", agent, "browser");
        Fields.extra(feedback, "os", agent, "os");
        Fields.extra(feedback, "device", agent, "device");
        StringJoiner tags = new StringJoiner(", ").setEmptyValue("");
        for (JsonNode tag : response.path("tags")) {
            Optional<String> name =
                    tag.isTextual()
                            ? Optional.of(tag.textValue())
                            : Fields.lenientText(tag, "name");
            name.ifPresent(tags::add);
        }
        feedback.extra("tags", tags.toString());
        response.path("variables")
                .properties()
                .forEach(
                        each ->
                                Fields.extra(
                                        feedback,
                                        "variables." + each.getKey(),
                                        response.path("variables"),
                                        each.getKey()));
    }
}
