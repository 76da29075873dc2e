package io.throughline.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A change of one entry of a cursor.
 *
 * @param value null removes the entry
 */
public record CursorChange(String key, String value) {

    public CursorChange {
        Objects.requireNonNull(key, "key");
    }

    /** What turns one cursor into another. */
    static List<CursorChange> between(Map<String, String> before, Map<String, String> after) {
        List<CursorChange> changes = new ArrayList<>();
        before.keySet().stream()
                .filter(key -> !after.containsKey(key))
                .forEach(key -> changes.add(new CursorChange(key, null)));
        after.forEach(
                (key, value) -> {
                    if (!value.equals(before.get(key))) {
                        changes.add(new CursorChange(key, value));
                    }
                });
        return changes;
    }

    /** Makes the change in a cursor. */
    public void applyTo(Map<String, String> cursor) {
        if (value == null) {
            cursor.remove(key);
        } else {
            cursor.put(key, value);
        }
    }
}
