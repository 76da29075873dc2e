package io.throughline.taggers.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** What a model was made of, as JSON beside it: data, licences, digests, settings, command. */
public final class ModelCard {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ModelCard() {}

    /**
     * The card.
     *
     * @param file name of the model's file
     * @param sha256 of the file
     * @param features weights it has, as its kind of model counts them
     */
    public static String json(TrainingData<?> read, String file, String sha256, int features) {
        return json(read, file, sha256, features, "./throughline train --data DIR", Map.of());
    }

    /**
     * The card of a model that has more to say.
     *
     * @param command that makes it
     * @param more by name, in that order
     */
    public static String json(
            TrainingData<?> read,
            String file,
            String sha256,
            int features,
            String command,
            Map<String, ?> more) {
        ObjectNode card = JSON.createObjectNode();
        card.put("model", read.manifest().model());
        card.put("file", file);
        card.put("sha256", sha256);
        card.put("features", features);
        card.put("command", command);
        more.forEach((name, value) -> card.set(name, JSON.valueToTree(value)));
        card.put("javaVersion", Runtime.version().feature());
        card.set("settings", JSON.valueToTree(read.manifest().settings()));
        ArrayNode data = card.putArray("data");
        for (LabelCount count : read.counts()) {
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
