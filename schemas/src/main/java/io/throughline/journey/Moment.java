package io.throughline.journey;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A moment of truth.
 *
 * @param id such as {@code first-claim}
 * @param kind {@code first} or {@code count}
 * @param conditions of the kind, e.g. touchpoint, role, within, reaches
 * @param cues words, phrases or {@code /regular expressions/} with which customers speak of it;
 *     they point to its stage too
 */
public record Moment(String id, String kind, Map<String, String> conditions, List<Cue> cues) {

    public Moment {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        conditions = Map.copyOf(conditions);
        cues = List.copyOf(cues);
    }

    /** A moment without cues. */
    public Moment(String id, String kind, Map<String, String> conditions) {
        this(id, kind, conditions, List.of());
    }
}
