package io.throughline.kibana.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.kibana.Json;
import io.throughline.kibana.Reference;
import io.throughline.kibana.SavedObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A dashboard taken apart into dashboards that are whole in themselves: one of each panel alone,
 * and one of all the rest. What is wrong in a part can be looked for there, a hundred times faster.
 */
final class Pieces {

    private Pieces() {}

    /** The object itself, where it is no dashboard. */
    static List<SavedObject> of(SavedObject object) {
        if (!object.type().equals("dashboard")) {
            return List.of(object);
        }
        ArrayNode panels = (ArrayNode) Json.parse(object.attributes().path("panelsJSON").asText());
        List<SavedObject> pieces = new ArrayList<>();
        List<String> indices = new ArrayList<>();
        for (JsonNode panel : panels) {
            String index = panel.path("panelIndex").asText() + ":";
            indices.add(index);
            ObjectNode attributes = object.attributes();
            attributes.remove("controlGroupInput");
            pieces.add(
                    piece(
                            object,
                            attributes,
                            Json.array(panel),
                            reference -> reference.name().startsWith(index)));
        }
        pieces.add(
                piece(
                        object,
                        object.attributes(),
                        Json.array(),
                        reference -> indices.stream().noneMatch(reference.name()::startsWith)));
        return pieces;
    }

    private static SavedObject piece(
            SavedObject whole, ObjectNode attributes, ArrayNode panels, Predicate<Reference> own) {
        attributes.put("panelsJSON", Json.text(panels));
        return new SavedObject(
                whole.type(),
                whole.id(),
                attributes,
                whole.references().stream().filter(own).toList(),
                whole.typeMigrationVersion());
    }
}
