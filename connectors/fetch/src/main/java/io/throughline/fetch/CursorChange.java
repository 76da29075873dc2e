package io.throughline.fetch;

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

    /** Makes the change in a cursor. */
    public void applyTo(Map<String, String> cursor) {
        if (value == null) {
            cursor.remove(key);
        } else {
            cursor.put(key, value);
        }
    }
}
