package io.throughline.document;

import io.throughline.json.JsonWriter;
import io.throughline.json.TagsJson;
import io.throughline.model.Author;
import io.throughline.model.Conversation;
import io.throughline.model.Feedback;
import io.throughline.model.Operation;
import io.throughline.model.Provenance;
import io.throughline.model.Rating;
import io.throughline.model.StageTag;
import io.throughline.model.StageTags;
import io.throughline.model.TaggedFeedback;
import io.throughline.model.Turn;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * The document of a piece of feedback. It stays in the index of the month in which its first
 * revision occurred, even if a later revision moves the time, because a document cannot move
 * between indices without a moment in which it is in both or in none.
 */
public final class FeedbackDocument {

    /** Alias of all monthly indices. */
    public static final String ALIAS = "cx-feedback";

    private FeedbackDocument() {}

    /** {@code cx-feedback-YYYY-MM}, of the month of firstOccurredAt in UTC. */
    public static String index(TaggedFeedback tagged) {
        return Documents.monthly(ALIAS, tagged.firstOccurredAt());
    }

    /** The id of the feedback. */
    public static String id(TaggedFeedback tagged) {
        return Documents.id(tagged.feedback().id());
    }

    /** External version: a later revision, then a later generation of tags, is newer. */
    public static long version(TaggedFeedback tagged) {
        return tagged.documentVersion();
    }

    /**
     * The document as JSON in UTF-8.
     *
     * @throws IllegalArgumentException when the feedback is a delete, which has no document
     */
    public static byte[] encode(TaggedFeedback tagged) {
        if (tagged.feedback().operation() == Operation.DELETE) {
            throw new IllegalArgumentException("a delete has no document: " + id(tagged));
        }
        return Documents.encode(out -> write(out, tagged));
    }

    private static void write(JsonWriter out, TaggedFeedback tagged) {
        Feedback feedback = tagged.feedback();
        out.text("id", feedback.id())
                .text("channel", feedback.channel().id())
                .text("source", feedback.source())
                .text("naturalId", feedback.naturalId())
                .number("revision", feedback.revision())
                .text("touchpoint", feedback.touchpoint())
                .time("occurredAt", feedback.occurredAt())
                .time("firstOccurredAt", tagged.firstOccurredAt())
                .time("observedAt", feedback.observedAt())
                .object("author", feedback.author(), FeedbackDocument::author)
                .text("language", feedback.language())
                .text("locale", feedback.locale())
                .text("url", feedback.url())
                .text("text", feedback.text())
                .object("rating", feedback.rating(), FeedbackDocument::rating)
                .object("sentiment", tagged.sentiment(), TagsJson::write);
        conversation(out, feedback.conversation());
        stages(out, tagged.stages());
        redactions(out, tagged.redactions());
        extras(out, feedback.extras());
        out.object("provenance", feedback.provenance(), FeedbackDocument::provenance);
    }

    private static void author(JsonWriter out, Author author) {
        out.text("key", author.key()).text("role", author.role().id());
    }

    private static void rating(JsonWriter out, Rating rating) {
        out.number("value", rating.value())
                .number("min", rating.min())
                .number("max", rating.max())
                .number("normalized", rating.normalized());
    }

    private static void conversation(JsonWriter out, Conversation conversation) {
        if (conversation != null) {
            out.text("conversation", conversation.id())
                    .objects("turns", conversation.turns(), FeedbackDocument::turn);
        }
    }

    private static void turn(JsonWriter out, Turn turn) {
        out.text("role", turn.role().id()).text("text", turn.text());
    }

    private static void stages(JsonWriter out, StageTags tags) {
        if (tags == null) {
            return;
        }
        tags.stages().stream()
                .max(Comparator.comparingDouble(StageTag::weight))
                .ifPresent(heaviest -> out.text("stage", heaviest.id()));
        out.objects("stages", tags.stages(), TagsJson::write)
                .text("stageAbstention", tags.abstention() == null ? null : tags.abstention().id())
                .text("stageEngine", tags.engine())
                .text("journey", tags.journey())
                .number("journeyVersion", tags.journeyVersion());
    }

    private static void redactions(JsonWriter out, Map<String, Integer> redactions) {
        out.objects(
                "redactions",
                new TreeMap<>(redactions).entrySet(),
                (item, entry) ->
                        item.text("type", entry.getKey()).number("count", entry.getValue()));
    }

    private static void extras(JsonWriter out, Map<String, String> extras) {
        out.object("extras", object -> FlattenedExtras.fit(extras).forEach(object::text));
    }

    private static void provenance(JsonWriter out, Provenance provenance) {
        out.text("origin", provenance.origin())
                .number("position", provenance.position())
                .number("record", provenance.record())
                .text("sha256", provenance.sha256());
    }
}
