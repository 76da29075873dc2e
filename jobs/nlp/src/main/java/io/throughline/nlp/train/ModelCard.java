package io.throughline.nlp.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.nlp.linear.LinearModel;
import java.util.List;

/** What a model was made of, as JSON beside it: data, licences, digests, settings, command. */
final class ModelCard {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ModelCard() {}

    static String json(
            TrainingManifest manifest, List<SourceCount> counts, String sha256, LinearModel model) {
        ObjectNode card = JSON.createObjectNode();
        card.put("model", manifest.model());
        card.put("file", manifest.model() + ".bin.gz");
        card.put("sha256", sha256);
        card.put("features", model.weights().size());
        card.put("command", "./throughline train --data DIR");
        card.put("javaVersion", Runtime.version().feature());
        card.set("settings", JSON.valueToTree(manifest.settings()));
        ArrayNode data = card.putArray("data");
        for (SourceCount count : counts) {
            ObjectNode source = data.addObject();
            source.put("id", count.source().id());
            source.put("file", count.source().file());
            source.put("licence", count.source().licence());
            source.put("attribution", count.source().attribution());
            source.put("sha256", count.sha256());
            source.put("weight", count.source().weight());
            source.put("negative", count.negative());
            source.put("neutral", count.neutral());
            source.put("positive", count.positive());
        }
        try {
            return JSON.writeValueAsString(card).replace("\r\n", "\n") + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of numbers and texts can be written", e);
        }
    }
}
