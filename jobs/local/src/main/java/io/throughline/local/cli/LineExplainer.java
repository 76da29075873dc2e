package io.throughline.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.domain.tagging.Evidence;
import io.throughline.domain.tagging.SentimentExplainer;
import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.domain.tagging.StageExplainer;
import io.throughline.domain.tagging.StageTagger;
import io.throughline.domain.tagging.TaggingChain;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.TaggedFeedback;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Adds to the tags of a line what in the text carried them.
 *
 * <p>Spans are places in what the taggers saw: the redacted text of the customer. Where that is not
 * the line's own text, it is added as {@code explainedText}.
 */
final class LineExplainer {

    private static final double PRECISION = 10_000;

    private final SentimentTagger sentiment;
    private final StageTagger stages;

    LineExplainer(SentimentTagger sentiment, StageTagger stages) {
        this.sentiment = sentiment;
        this.stages = stages;
    }

    /** Which of the taggers cannot explain themselves, in words; empty when both can. */
    List<String> silent() {
        List<String> silent = new ArrayList<>();
        if (!(sentiment instanceof SentimentExplainer)) {
            silent.add("the sentiment engine");
        }
        if (!(stages instanceof StageExplainer)) {
            silent.add("the stage engine");
        }
        return silent;
    }

    void explain(ObjectNode line, TaggedFeedback tagged) {
        Verbatim verbatim = TaggingChain.verbatim(tagged.feedback());
        String said = TaggingChain.said(tagged.feedback());
        if (!said.equals(line.path("text").textValue()) && !verbatim.turns().isEmpty()) {
            line.put("explainedText", said);
        }
        if (sentiment instanceof SentimentExplainer explainer) {
            ObjectNode feeling = (ObjectNode) line.get("sentiment");
            add(feeling.putArray("evidence"), explainer.explain(verbatim));
        }
        if (stages instanceof StageExplainer explainer && !line.path("stages").isEmpty()) {
            Map<String, List<Evidence>> evidence = explainer.explain(verbatim);
            for (JsonNode stage : line.path("stages")) {
                add(
                        ((ObjectNode) stage).putArray("evidence"),
                        evidence.getOrDefault(stage.path("id").asText(), List.of()));
            }
        }
    }

    private static void add(ArrayNode array, List<Evidence> evidence) {
        for (Evidence one : evidence) {
            array.addObject()
                    .put("start", one.start())
                    .put("end", one.end())
                    .put("text", one.text())
                    .put("contribution", Math.round(one.contribution() * PRECISION) / PRECISION);
        }
    }
}
