package io.throughline.local.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.model.Sentiment;
import io.throughline.model.StageTag;
import io.throughline.model.TaggedFeedback;

/** Adds the tags to a line of {@code tag}. */
final class TagOutput {

    private static final double PRECISION = 10_000;

    private TagOutput() {}

    static ObjectNode add(ObjectNode line, TaggedFeedback tagged) {
        Sentiment sentiment = tagged.sentiment();
        ObjectNode feeling = line.putObject("sentiment");
        if (sentiment.label() == null) {
            feeling.put("abstained", sentiment.abstention().id());
        } else {
            feeling.put("label", sentiment.label().id())
                    .put("score", rounded(sentiment.score()))
                    .put("confidence", rounded(sentiment.confidence()));
        }
        feeling.put("engine", sentiment.engine()).put("model", sentiment.model());
        if (sentiment.basis() != null) {
            feeling.put("basis", sentiment.basis().id());
        }
        ArrayNode stages = line.putArray("stages");
        for (StageTag stage : tagged.stages().stages()) {
            stages.addObject()
                    .put("id", stage.id())
                    .put("weight", rounded(stage.weight()))
                    .put("confidence", rounded(stage.confidence()));
        }
        return line;
    }

    private static double rounded(double value) {
        return Math.round(value * PRECISION) / PRECISION;
    }
}
