package io.throughline.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.console.LiveView.Feeling;
import io.throughline.console.LiveView.Stars;
import io.throughline.console.LiveView.Tag;
import io.throughline.console.LiveView.Verbatim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads verbatims from documents of feedback. */
final class Verbatims {

    /** Code points of a text that are shown in a list. */
    static final int MAX_TEXT = 600;

    /** Code points of a text that are shown when somebody asks for all of it. */
    static final int MAX_WHOLE = 20_000;

    private Verbatims() {}

    static Verbatim read(JsonNode source) {
        return read(source, cut(text(source, "text")));
    }

    /** The same with a text that was cut otherwise; null where there is none. */
    static Verbatim read(JsonNode source, String text) {
        return new Verbatim(
                text(source, "id"),
                source.path("revision").isNumber() ? source.path("revision").asLong() : null,
                text(source, "channel"),
                text(source, "source"),
                text(source, "touchpoint"),
                instant(source, "occurredAt"),
                instant(source, "observedAt"),
                text(source, "language"),
                text,
                text != null && !text.equals(text(source, "text")),
                rating(source.path("rating")),
                sentiment(source.path("sentiment")),
                stages(source.path("stages")));
    }

    static Stars rating(JsonNode rating) {
        return rating.isObject()
                ? new Stars(
                        rating.path("value").asDouble(),
                        rating.path("min").asDouble(),
                        rating.path("max").asDouble())
                : null;
    }

    static Feeling sentiment(JsonNode sentiment) {
        return sentiment.isObject()
                ? new Feeling(
                        text(sentiment, "label"),
                        sentiment.path("score").asDouble(),
                        sentiment.path("confidence").asDouble(),
                        text(sentiment, "abstention"),
                        text(sentiment, "basis"))
                : null;
    }

    static List<Tag> stages(JsonNode stages) {
        List<Tag> tags = new ArrayList<>();
        for (JsonNode stage : stages) {
            tags.add(
                    new Tag(
                            text(stage, "id"),
                            stage.path("weight").asDouble(),
                            stage.path("confidence").asDouble()));
        }
        tags.sort(Comparator.comparingDouble(Tag::weight).reversed());
        return List.copyOf(tags);
    }

    private static String cut(String text) {
        if (text == null || text.codePointCount(0, text.length()) <= MAX_TEXT) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, MAX_TEXT)).stripTrailing() + "…";
    }

    static String text(JsonNode node, String name) {
        return node.path(name).isTextual() ? node.path(name).asText() : null;
    }

    private static Instant instant(JsonNode node, String name) {
        String text = text(node, name);
        return text == null ? null : Instant.parse(text);
    }
}
