package io.throughline.json;

import io.throughline.model.Author;
import io.throughline.model.Conversation;
import io.throughline.model.Feedback;
import io.throughline.model.Rating;
import io.throughline.model.Turn;

/** The canonical feedback as commands print it. Absent values and the provenance are left out. */
public final class FeedbackJson {

    private FeedbackJson() {}

    /** One feedback on one line, without a line break. */
    public static String line(Feedback feedback) {
        return JsonWriter.object(out -> write(out, feedback));
    }

    /** The fields of a feedback. */
    public static void write(JsonWriter out, Feedback feedback) {
        out.text("id", feedback.id())
                .text("channel", feedback.channel().id())
                .text("source", feedback.source())
                .text("naturalId", feedback.naturalId())
                .number("revision", feedback.revision())
                .text("operation", feedback.operation().id())
                .text("touchpoint", feedback.touchpoint())
                .time("occurredAt", feedback.occurredAt())
                .time("observedAt", feedback.observedAt())
                .object("author", feedback.author(), FeedbackJson::author)
                .object("conversation", feedback.conversation(), FeedbackJson::conversation)
                .text("text", feedback.text())
                .object("rating", feedback.rating(), FeedbackJson::rating)
                .text("language", feedback.language())
                .text("locale", feedback.locale())
                .text("url", feedback.url());
        if (!feedback.extras().isEmpty()) {
            out.object("extras", extras -> feedback.extras().forEach(extras::text));
        }
    }

    private static void author(JsonWriter out, Author author) {
        out.text("key", author.key()).text("role", author.role().id());
    }

    private static void conversation(JsonWriter out, Conversation conversation) {
        out.text("id", conversation.id())
                .objects("turns", conversation.turns(), FeedbackJson::turn);
    }

    private static void turn(JsonWriter out, Turn turn) {
        out.number("index", turn.index())
                .text("role", turn.role().id())
                .text("text", turn.text())
                .number("startMs", turn.startMs())
                .number("endMs", turn.endMs());
    }

    private static void rating(JsonWriter out, Rating rating) {
        out.number("value", rating.value()).number("min", rating.min()).number("max", rating.max());
    }
}
