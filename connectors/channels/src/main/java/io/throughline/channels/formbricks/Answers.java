package io.throughline.channels.formbricks;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.RejectedException;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.Rating;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The answers of a response, sorted into text, rating and the rest.
 *
 * <p>An answer says nothing of its question's type, and webhooks do not carry the questions. So a
 * text whose question is unknown counts as the customer's words unless it is one of the words
 * Formbricks itself puts there, a number, a date or an address.
 */
final class Answers {

    /** What buttons, consents and skipped questions leave behind. */
    private static final Set<String> MARKS =
            Set.of("clicked", "accepted", "dismissed", "skipped", "booked", "submitted");

    private static final Pattern NO_WORDS =
            Pattern.compile(
                    "[+-]?[\\d.,:/\\s-]+|\\d{4}-\\d{2}-\\d{2}T\\S*|[a-z]{2,10}://\\S+|\\S+@\\S+",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    private final Questions questions;
    private final FeedbackBuilder feedback;
    private final List<String> texts = new ArrayList<>();
    private Rating rating;
    private String email;
    private boolean answered;

    Answers(Questions questions, FeedbackBuilder feedback) {
        this.questions = questions;
        this.feedback = feedback;
    }

    /**
     * @throws RejectedException {@code INVALID_FIELD} when a rating is none of its scale
     */
    void add(String id, JsonNode answer) {
        Question question = questions.of(id);
        if (answer.isNull() || (answer.isValueNode() && answer.asText().isBlank())) {
            return;
        }
        answered = true;
        if (question.isPersonal() || holdsEmail(answer)) {
            contact(answer);
        } else if (question.isRating() && !answer.isContainerNode()) {
            rating(id, question, answer.asText());
        } else if (answer.isTextual() && isWords(question, answer.textValue())) {
            texts.add(answer.textValue());
        } else {
            flatten(id, answer, 0);
        }
    }

    private static boolean isWords(Question question, String text) {
        return question.isText()
                || (question.isUnknown()
                        && !MARKS.contains(text.strip())
                        && !NO_WORDS.matcher(text.strip()).matches());
    }

    private void rating(String id, Question question, String number) {
        Rating given = question.rating("data." + id, number);
        if (rating == null) {
            rating = given;
        } else {
            feedback.extra(id, number);
        }
    }

    /** A text that is nothing but an address, or a list with one in it, as contact forms give. */
    private static boolean holdsEmail(JsonNode answer) {
        if (answer.isTextual()) {
            return EMAIL.matcher(answer.textValue().strip()).matches();
        }
        for (JsonNode item : answer) {
            if (answer.isArray() && item.isTextual() && holdsEmail(item)) {
                return true;
            }
        }
        return false;
    }

    private void contact(JsonNode answer) {
        if (answer.isTextual() && holdsEmail(answer)) {
            email = email == null ? answer.textValue().strip() : email;
        }
        for (JsonNode item : answer) {
            if (item.isTextual() && holdsEmail(item)) {
                email = email == null ? item.textValue().strip() : email;
            }
        }
    }

    private void flatten(String key, JsonNode answer, int depth) {
        if (answer.isArray()) {
            List<String> items = new ArrayList<>();
            answer.forEach(item -> items.add(item.asText()));
            items.removeIf(String::isBlank);
            feedback.extra(key, String.join(", ", items));
        } else if (answer.isObject() && depth < 3) {
            answer.properties()
                    .forEach(
                            each -> flatten(key + "." + each.getKey(), each.getValue(), depth + 1));
        } else if (answer.isValueNode()) {
            feedback.extra(key, answer.asText());
        }
    }

    /** Whether any question was answered. */
    boolean any() {
        return answered;
    }

    void finish() {
        feedback.text(texts.isEmpty() ? null : String.join("\n", texts)).rating(rating);
    }

    Optional<String> email() {
        return Optional.ofNullable(email);
    }
}
