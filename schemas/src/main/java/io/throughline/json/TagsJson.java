package io.throughline.json;

import io.throughline.model.Abstention;
import io.throughline.model.Sentiment;
import io.throughline.model.StageTag;

/** Sentiment and stages as commands print them and documents hold them. */
public final class TagsJson {

    private TagsJson() {}

    /** The fields of a sentiment; an abstention has a reason instead of a label. */
    public static void write(JsonWriter out, Sentiment sentiment) {
        out.text("label", sentiment.label() == null ? null : sentiment.label().id())
                .number("score", sentiment.score())
                .number("confidence", sentiment.confidence())
                .text("abstention", id(sentiment.abstention()))
                .text("engine", sentiment.engine())
                .text("model", sentiment.model())
                .text("basis", sentiment.basis() == null ? null : sentiment.basis().id());
    }

    /** The fields of one stage of a feedback. */
    public static void write(JsonWriter out, StageTag tag) {
        out.text("id", tag.id())
                .number("weight", tag.weight())
                .number("confidence", tag.confidence());
    }

    private static String id(Abstention abstention) {
        return abstention == null ? null : abstention.id();
    }
}
