package io.throughline.channels.generic;

import java.time.Instant;
import java.util.Map;

/**
 * What is known of a record beside its own fields.
 *
 * @param idPrefix stands before its id; empty when ids are unique by themselves
 * @param id its id when it names none itself; null when there is none
 * @param occurredAt its time when it names none itself; null when there is none
 * @param deletes whether it takes a feedback back
 * @param extras beside its own
 */
public record Surroundings(
        String idPrefix,
        String id,
        Instant occurredAt,
        boolean deletes,
        Map<String, String> extras) {

    /** Nothing is known. */
    public static final Surroundings NONE = new Surroundings("", null, null, false, Map.of());

    public Surroundings {
        extras = Map.copyOf(extras);
    }
}
