package io.throughline.kibana.check;

import io.throughline.kibana.Reference;
import io.throughline.kibana.SavedObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All objects that are checked together, and the fields of their data views. */
final class Context {

    private final Map<String, SavedObject> objects = new HashMap<>();
    private final Map<String, Fields> views = new HashMap<>();
    private final Mappings mappings;

    Context(List<SavedObject> all, Mappings mappings) {
        this.mappings = mappings;
        for (SavedObject object : all) {
            objects.putIfAbsent(key(object.type(), object.id()), object);
            if (object.type().equals("index-pattern")) {
                mappings.of(object.attributes().path("title").asText())
                        .ifPresent(fields -> views.put(object.id(), fields));
            }
        }
    }

    static String key(String type, String id) {
        return type + ":" + id;
    }

    boolean has(Reference reference) {
        return objects.containsKey(key(reference.type(), reference.id()));
    }

    /** The fields that a data view stands for; empty when that is not known. */
    Optional<Fields> fields(String dataView) {
        return Optional.ofNullable(views.get(dataView));
    }

    Optional<Fields> fieldsOf(String title) {
        return mappings.of(title);
    }
}
