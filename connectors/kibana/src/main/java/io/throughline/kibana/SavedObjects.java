package io.throughline.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Saved objects as a file that {@code POST /api/saved_objects/_import} takes. */
public final class SavedObjects {

    private SavedObjects() {}

    /** One object a line, each line with its end. */
    public static String ndjson(List<SavedObject> objects) {
        return objects.stream()
                .map(object -> Json.text(object.json()) + "\n")
                .collect(Collectors.joining());
    }

    /**
     * The objects of such a file, or of an export; the summary with which an export ends is none.
     *
     * @throws IllegalArgumentException when a line is no JSON or no saved object
     */
    public static List<SavedObject> parse(String ndjson) {
        return ndjson.lines()
                .filter(line -> !line.isBlank())
                .map(Json::parse)
                .filter(line -> !line.has("exportedCount"))
                .map(SavedObjects::object)
                .toList();
    }

    /**
     * The object that a line of such a file is.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static SavedObject object(JsonNode line) {
        if (!(line.path("attributes") instanceof ObjectNode attributes)) {
            throw new IllegalArgumentException("no saved object: it has no attributes");
        }
        if (!line.path("references").isArray()) {
            throw new IllegalArgumentException("no saved object: it has no references");
        }
        List<Reference> references = new ArrayList<>();
        for (JsonNode reference : line.path("references")) {
            references.add(
                    new Reference(
                            reference.path("name").asText(),
                            reference.path("type").asText(),
                            reference.path("id").asText()));
        }
        return new SavedObject(
                line.path("type").asText(),
                line.path("id").asText(),
                attributes,
                references,
                line.path("typeMigrationVersion").asText(),
                line.path("coreMigrationVersion").asText());
    }
}
