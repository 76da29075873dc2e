package io.throughline.channels.touchpoints;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.Languages;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A response of a form. Answers stand in numbered slots, in a CSV under their question, and nothing
 * says what a question was about. So where they fit, they are read as those of the A-11 form:
 * trust, what went well, what did not, words. Of any other form, answers of three words and more
 * are the text, numbers and single lower-case words (choices) are extras, an e-mail address is the
 * author, and what else is short is left out, since it may be somebody's name.
 *
 * <p>Extras: {@code positive}, {@code negative}, {@code status}, {@code page}, {@code hostname},
 * {@code locationCode}, {@code tags} and the answers just named, under their slot or question.
 */
final class Submission {

    private static final Set<String> OWN =
            Set.of(
                    "ID",
                    "UUID",
                    "Location Code",
                    "User Agent",
                    "Status",
                    "Archived",
                    "Flagged",
                    "Deleted",
                    "Deleted at",
                    "Page",
                    "Query string",
                    "Hostname",
                    "Referrer",
                    "Created at",
                    "Updated at",
                    "IP Address",
                    "Tags");
    private static final Pattern SLOT = Pattern.compile("answer_\\d{2}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern CHOICE = Pattern.compile("-?\\d{1,6}|[a-z][a-z_-]{0,30}");
    private static final int PROSE_WORDS = 3;

    private final JsonNode form;
    private final RawEnvelope envelope;
    private final MapContext context;

    Submission(JsonNode form, RawEnvelope envelope, MapContext context) {
        this.form = form;
        this.envelope = envelope;
        this.context = context;
    }

    Outcome map() {
        String id = either("uuid", "UUID").orElseThrow(() -> RejectedException.missing("uuid"));
        FeedbackBuilder feedback =
                new FeedbackBuilder(context.channel(), context.source(), id)
                        .observedAt(envelope.observedAt());
        if (isTrue("spam", "Spam")) {
            return new Outcome.Filtered("spam");
        }
        if (isTrue("preview", "Preview")) {
            return new Outcome.Filtered("preview");
        }
        Optional<Instant> updated = time("updated_at", "Updated at");
        if (isTrue("deleted", "Deleted")) {
            return new Outcome.Accepted(
                    feedback.operation(Operation.DELETE)
                            .revision(
                                    updated.map(Instant::toEpochMilli)
                                            .orElse(Feedback.MAX_REVISION))
                            .occurredAt(envelope.observedAt())
                            .build());
        }
        Instant created =
                time("created_at", "Created at")
                        .orElseThrow(() -> RejectedException.missing("created_at"));
        feedback.touchpoint(context.touchpoint())
                .occurredAt(created)
                .revision(updated.orElse(created).toEpochMilli());
        Map<String, String> answers = answers();
        if (answers.isEmpty()) {
            throw RejectedException.missing("every answer");
        }
        if (isTrustForm(answers)) {
            trust(answers, feedback);
        } else {
            any(answers, feedback);
        }
        Fields.lenientText(form, "language").ifPresent(tag -> Languages.set(feedback, tag));
        extras(feedback);
        return new Outcome.Accepted(feedback.build());
    }

    private Map<String, String> answers() {
        Map<String, String> answers = new LinkedHashMap<>();
        boolean slots = form.has("answer_01");
        form.properties()
                .forEach(
                        field -> {
                            String name = field.getKey();
                            boolean answer =
                                    slots
                                            ? SLOT.matcher(name).matches()
                                            : form.has("UUID") && !OWN.contains(name);
                            if (answer) {
                                Answer.of(form, name).ifPresent(text -> answers.put(name, text));
                            }
                        });
        return answers;
    }

    private static boolean isTrustForm(Map<String, String> answers) {
        String trust = answers.getOrDefault("answer_01", "");
        return (trust.equals("0") || trust.equals("1"))
                && Answer.isFactors(answers.getOrDefault("answer_02", "other"))
                && Answer.isFactors(answers.getOrDefault("answer_03", "other"));
    }

    private void trust(Map<String, String> answers, FeedbackBuilder feedback) {
        Answer.thumb(form, "answer_01").ifPresent(feedback::rating);
        feedback.text(answers.get("answer_04"))
                .extra("positive", spaced(answers.get("answer_02")))
                .extra("negative", spaced(answers.get("answer_03")));
    }

    private static String spaced(String factors) {
        return factors == null ? null : factors.replaceAll("\\s*,\\s*", ", ");
    }

    private void any(Map<String, String> answers, FeedbackBuilder feedback) {
        List<String> texts = new ArrayList<>();
        answers.forEach(
                (name, text) -> {
                    if (EMAIL.matcher(text).matches()) {
                        String key =
                                context.authors()
                                        .keyOf(context.source(), text.toLowerCase(Locale.ROOT));
                        feedback.author(new Author(key, Role.CUSTOMER));
                    } else if (CHOICE.matcher(text).matches()) {
                        feedback.extra(name, text);
                    } else if (text.split("\\s+", PROSE_WORDS + 1).length >= PROSE_WORDS) {
                        texts.add(text);
                    }
                });
        feedback.text(String.join("\n", texts));
    }

    private void extras(FeedbackBuilder feedback) {
        either("aasm_state", "Status").ifPresent(text -> feedback.extra("status", text));
        either("page", "Page").ifPresent(text -> feedback.extra("page", text));
        either("hostname", "Hostname").ifPresent(text -> feedback.extra("hostname", text));
        either("location_code", "Location Code")
                .ifPresent(text -> feedback.extra("locationCode", text));
        List<String> tags = new ArrayList<>();
        form.path("tags").forEach(tag -> tags.add(tag.asText()));
        tags.removeIf(String::isBlank);
        feedback.extra("tags", String.join(", ", tags));
    }

    private Optional<String> either(String api, String csv) {
        return form.path(api).isContainerNode()
                ? Optional.empty()
                : Answer.of(form, api).or(() -> Answer.of(form, csv));
    }

    private boolean isTrue(String api, String csv) {
        return form.path(api).asBoolean(false)
                || Fields.lenientText(form, csv).filter("true"::equalsIgnoreCase).isPresent();
    }

    private Optional<Instant> time(String api, String csv) {
        return Answer.of(form, api)
                .map(text -> Moments.iso(api, text, envelope))
                .or(() -> Answer.of(form, csv).map(text -> Moments.iso(csv, text, envelope)));
    }
}
