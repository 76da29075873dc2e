package io.throughline.journey;

import java.util.Map;
import java.util.Objects;

/**
 * A moment of truth.
 *
 * @param id such as {@code first-claim}
 * @param kind {@code first} or {@code count}
 * @param conditions of the kind, e.g. touchpoint, role, within, reaches
 */
public record Moment(String id, String kind, Map<String, String> conditions) {

    public Moment {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        conditions = Map.copyOf(conditions);
    }
}
