package io.throughline.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.domain.tagging.TaggingFailedException;
import io.throughline.json.DeadLetterJson;
import io.throughline.model.Channel;
import io.throughline.model.Conversation;
import io.throughline.model.FailureReason;
import io.throughline.model.Feedback;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.ProcessingStage;
import io.throughline.model.Rating;
import io.throughline.model.Role;
import io.throughline.model.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads a line of {@code tag}: {@code id}, {@code text}, and what else bears on the tags. */
final class TagInput {

    /** Stands in for a time, which no tag depends on. */
    static final Instant UNKNOWN_TIME = Instant.EPOCH;

    /** The scale of a rating that names none, as {@code evaluate} has it. */
    private static final double LOWEST_RATING = 1;

    private static final double HIGHEST_RATING = 5;

    private static final String ARRAY_HINT =
            "; one object a line is read: jq -c '.[]' makes them of an array";

    private TagInput() {}

    static ObjectNode object(JsonNode line) {
        if (line instanceof ObjectNode object) {
            return object;
        }
        throw new InvalidLineException(
                FailureReason.MALFORMED,
                "the line is no JSON object" + (line.isArray() ? ARRAY_HINT : ""));
    }

    static Feedback feedback(ObjectNode line) {
        JsonNode id = line.path("id");
        if (!id.isValueNode() || id.isNull() || id.asText().isEmpty()) {
            throw new InvalidLineException(FailureReason.MISSING_FIELD, "id: is missing");
        }
        JsonNode text = line.path("text");
        if (!text.isMissingNode() && !text.isNull() && !text.isTextual()) {
            throw new InvalidLineException(FailureReason.INVALID_FIELD, "text: is no text");
        }
        FeedbackBuilder feedback =
                new FeedbackBuilder(channel(line.path("channel")), "tag", id.asText())
                        .occurredAt(UNKNOWN_TIME)
                        .observedAt(UNKNOWN_TIME)
                        .text(text.isTextual() ? text.textValue() : null)
                        .language(line.path("language").textValue());
        rating(line.path("rating"), feedback);
        conversation(line.path("conversation"), feedback);
        return feedback.build();
    }

    private static Channel channel(JsonNode channel) {
        return channel.isTextual()
                ? Channel.of(channel.textValue()).orElse(Channel.OTHER)
                : Channel.OTHER;
    }

    private static void rating(JsonNode rating, FeedbackBuilder feedback) {
        JsonNode value = rating.isObject() ? rating.path("value") : rating;
        if (value.isNumber()) {
            try {
                feedback.rating(
                        new Rating(
                                value.doubleValue(),
                                rating.path("min").asDouble(LOWEST_RATING),
                                rating.path("max").asDouble(HIGHEST_RATING)));
            } catch (IllegalArgumentException e) {
                throw new InvalidLineException(
                        FailureReason.INVALID_FIELD, "rating: " + e.getMessage());
            }
        }
    }

    private static void conversation(JsonNode conversation, FeedbackBuilder feedback) {
        if (conversation.isMissingNode() || conversation.isNull()) {
            return;
        }
        if (!conversation.path("turns").isArray()) {
            throw new InvalidLineException(
                    FailureReason.INVALID_FIELD, "conversation: is no object with turns");
        }
        List<Turn> turns = new ArrayList<>();
        for (JsonNode turn : conversation.path("turns")) {
            turns.add(
                    new Turn(
                            turns.size(),
                            role(turn.path("role").asText()),
                            turn.path("text").asText(),
                            null,
                            null));
        }
        if (!turns.isEmpty()) {
            feedback.conversation(new Conversation(conversation.path("id").asText(), turns));
        }
    }

    private static Role role(String role) {
        try {
            return Role.valueOf(role.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new InvalidLineException(
                    FailureReason.INVALID_FIELD,
                    "conversation.turns.role: is not customer, agent or system");
        }
    }

    static String failed(TaggingFailedException failure, int line) {
        return deadLetter(FailureReason.TAGGER_FAILED, failure.getMessage(), line);
    }

    private static String deadLetter(FailureReason reason, String message, int line) {
        return DeadLetterJson.line(reason, ProcessingStage.TAG, null, "tag", message, line - 1);
    }

    /** A line that cannot be tagged. */
    static final class InvalidLineException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final FailureReason reason;

        private InvalidLineException(FailureReason reason, String message) {
            super(message);
            this.reason = reason;
        }

        static InvalidLineException notJson(String line) {
            boolean array = line.stripLeading().startsWith("[");
            return new InvalidLineException(
                    FailureReason.MALFORMED, "the line is no JSON" + (array ? ARRAY_HINT : ""));
        }

        /** One JSON object, as {@code normalize} prints what it rejects. */
        String deadLetter(int line) {
            return TagInput.deadLetter(reason, getMessage(), line);
        }
    }
}
