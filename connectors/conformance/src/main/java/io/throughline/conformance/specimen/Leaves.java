package io.throughline.conformance.specimen;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values of a record. Of long lists only the first items are taken: the others are alike. */
final class Leaves {

    private static final int ALIKE = 6;
    private static final int MOST = 400;

    private final List<Place> places = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();

    private Leaves() {}

    /** Where they are, in the order of the record. */
    static List<Place> of(JsonNode record) {
        Leaves leaves = new Leaves();
        leaves.add(record, Place.ROOT);
        return leaves.places;
    }

    private void add(JsonNode node, Place place) {
        if (places.size() >= MOST) {
            return;
        }
        if (node.isObject()) {
            node.properties().forEach(field -> add(field.getValue(), place.field(field.getKey())));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                add(node.get(i), place.item(i));
            }
        } else {
            JsonNode written = Place.read(node);
            if (!written.isMissingNode()) {
                add(written, place.written());
            } else if (seen.merge(place.pattern(), 1, Integer::sum) <= ALIKE) {
                places.add(place);
            }
        }
    }
}
