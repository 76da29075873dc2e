package io.throughline.domain.tagging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the cards that lie beside models: JSON with a list {@code data} of the files that the model
 * learnt from.
 */
public final class ModelCards {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> LABELS = List.of("negative", "neutral", "positive");

    private ModelCards() {}

    /**
     * The files in the list {@code data} of a card, each with {@code id}, {@code licence}, {@code
     * sha256} and {@code texts}, or a count for each sentiment instead of the last.
     *
     * @throws IOException when it is no JSON object or a file has no id
     */
    public static List<TrainingSource> sources(byte[] card) throws IOException {
        JsonNode root = JSON.readTree(card);
        if (!root.isObject()) {
            throw new IOException("a model card is a JSON object");
        }
        List<TrainingSource> sources = new ArrayList<>();
        for (JsonNode source : root.path("data")) {
            if (!source.path("id").isTextual()) {
                throw new IOException("a file in a model card has no id");
            }
            sources.add(
                    new TrainingSource(
                            source.path("id").asText(),
                            source.path("licence").textValue(),
                            source.path("sha256").textValue(),
                            texts(source)));
        }
        return List.copyOf(sources);
    }

    private static long texts(JsonNode source) {
        if (source.path("texts").isNumber()) {
            return source.path("texts").asLong();
        }
        return LABELS.stream().mapToLong(label -> source.path(label).asLong()).sum();
    }
}
