package io.throughline.kibana;

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
}
