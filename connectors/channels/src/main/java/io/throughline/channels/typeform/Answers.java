package io.throughline.channels.typeform;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.RejectedException;
import io.throughline.channels.json.Fields;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.Rating;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sorts the answers of one response into text, rating, contact and extras, in their order. An
 * answer without a value was not given; one whose value is of the wrong type, or off its scale,
 * makes the whole response {@code INVALID_FIELD}, because half a response would tell another story.
 */
final class Answers {

    private static final Set<String> KNOWN =
            Set.of(
                    "text",
                    "short_text",
                    "long_text",
                    "number",
                    "email",
                    "phone_number",
                    "boolean",
                    "date",
                    "url",
                    "file_url",
                    "choice",
                    "choices",
                    "payment");

    private final FormFields fields;
    private final FeedbackBuilder feedback;
    private final List<String> texts = new ArrayList<>();
    private final Set<String> keys = new HashSet<>(TypeformMapper.OWN_EXTRAS);
    private int index = -1;
    private Rating rating;
    private boolean ratingUnanswered;
    private boolean answered;
    private String email;
    private String phone;
    private FormField emailField;
    private FormField phoneField;

    Answers(FormFields fields, FeedbackBuilder feedback) {
        this.fields = fields;
        this.feedback = feedback;
    }

    void add(JsonNode answer) {
        index++;
        String name = "answers[" + index + "]";
        if (!answer.isObject()) {
            throw RejectedException.invalid(name, "is no object");
        }
        FormField field = fields.questionOf(answer);
        String type =
                Fields.text(answer, "type")
                        .filter(text -> !text.isBlank())
                        .orElseThrow(() -> RejectedException.missing(name + ".type"));
        JsonNode value = answer.path(type);
        if (!KNOWN.contains(type)) {
            other(field, answer, value);
            return;
        }
        if (Fields.absent(value)) {
            ratingUnanswered |= field.isRating();
            return;
        }
        answered = true;
        switch (type) {
            case "text", "short_text", "long_text" -> text(field, scalar(name, type, value));
            case "number" -> number(name, field, scalar(name, type, value));
            case "email" -> email(field, scalar(name, type, value));
            case "phone_number" -> phone(field, scalar(name, type, value));
            case "choice", "choices" -> {
                extra(field, choices(name + "." + type, value));
                Fields.lenientText(value, "other").ifPresent(texts::add);
            }
            case "payment" -> extra(field, Fields.lenientText(value, "amount").orElse(null));
            default -> extra(field, scalar(name, type, value));
        }
    }

    /**
     * Sets text and rating.
     *
     * @throws RejectedException {@code MISSING_FIELD} when nothing at all was answered, or neither
     *     the rating that was asked for nor anything in words
     */
    void finish() {
        if (!answered) {
            throw RejectedException.missing("every answer");
        }
        feedback.text(texts.isEmpty() ? null : String.join("\n", texts));
        feedback.rating(rating);
        if (ratingUnanswered && rating == null && texts.isEmpty()) {
            throw RejectedException.missing("the answer to the rating question");
        }
    }

    /**
     * Who answered: the one who is known, else the first e-mail address, else the first phone
     * number; null when none was given. Contacts that are not the author become extras.
     */
    String author(String known) {
        if (known == null && email != null) {
            extra(phoneField, phone);
            return email.toLowerCase(Locale.ROOT);
        }
        extra(emailField, email);
        if (known == null && phone != null) {
            return phone;
        }
        extra(phoneField, phone);
        return known;
    }

    /** An answer of a type that came later; what it says is kept, wherever it says it. */
    private void other(FormField field, JsonNode answer, JsonNode value) {
        List<String> found = new ArrayList<>();
        if (Fields.absent(value)) {
            answer.properties().stream()
                    .filter(each -> !each.getKey().equals("type") && !each.getKey().equals("field"))
                    .forEach(each -> collect(each.getValue(), found));
        } else {
            collect(value, found);
        }
        ratingUnanswered |= found.isEmpty() && field.isRating();
        answered |= !found.isEmpty();
        extra(field, found.isEmpty() ? null : String.join(", ", found));
    }

    private static void collect(JsonNode value, List<String> into) {
        if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
            into.add(value.asText());
        }
        value.forEach(child -> collect(child, into));
    }

    private void text(FormField field, String text) {
        if (field.type().equals("dropdown")) {
            extra(field, text);
        } else if (!text.isBlank()) {
            texts.add(text);
        }
    }

    private void number(String name, FormField field, String number) {
        if (!field.isRating()) {
            extra(field, number);
            return;
        }
        Rating given = field.rating(name + ".number", number);
        if (rating == null) {
            rating = given;
        } else {
            extra(field, number);
        }
    }

    private void email(FormField field, String value) {
        if (email == null && !value.isBlank()) {
            email = value.strip();
            emailField = field;
        } else {
            extra(field, value);
        }
    }

    private void phone(FormField field, String value) {
        if (phone == null && !value.isBlank()) {
            phone = value.strip();
            phoneField = field;
        } else {
            extra(field, value);
        }
    }

    private void extra(FormField field, String value) {
        if (value == null) {
            return;
        }
        String key = field.key().isEmpty() ? "answer" : field.key();
        String unique = key;
        for (int n = 2; !keys.add(unique); n++) {
            unique = key + "-" + n;
        }
        feedback.extra(unique, value);
    }

    private static String scalar(String name, String type, JsonNode value) {
        boolean fits =
                switch (type) {
                    case "number" -> value.isNumber();
                    case "boolean" -> value.isBoolean();
                    default -> value.isTextual();
                };
        if (!fits) {
            throw RejectedException.invalid(name + "." + type, "is of the wrong type");
        }
        return value.asText();
    }

    /** The labels of a choice or of several, then what was typed in beside them. */
    private static String choices(String name, JsonNode value) {
        if (!value.isObject()) {
            throw RejectedException.invalid(name, "is no object");
        }
        Stream<String> several =
                Fields.items(value, "labels").stream()
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::asText);
        Stream<String> single =
                Stream.of("label", "other")
                        .flatMap(part -> Fields.lenientText(value, part).stream());
        String labels = Stream.concat(several, single).distinct().collect(Collectors.joining(", "));
        return labels.isEmpty() ? null : labels;
    }
}
