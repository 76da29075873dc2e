package io.throughline.local.provision;

import java.util.List;
import java.util.Objects;

/**
 * One thing to be put in place.
 *
 * @param where {@code elasticsearch} or {@code kibana}
 * @param kind what it is, such as {@code index template}
 * @param name of the thing
 * @param effect what becomes of it
 * @param differences fields that change, in their order
 * @param note a sentence for people: why it is left or refused; empty otherwise
 * @param action puts it in place; does nothing for what does not change
 */
record Step(
        String where,
        String kind,
        String name,
        Effect effect,
        List<Difference> differences,
        String note,
        Runnable action) {

    private static final Runnable NOTHING = () -> {};

    Step {
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        differences = List.copyOf(differences);
    }

    static Step create(String where, String kind, String name, Runnable action) {
        return new Step(where, kind, name, Effect.CREATE, List.of(), "", action);
    }

    /** To be changed in these fields; unchanged when there are none. */
    static Step update(
            String where, String kind, String name, List<Difference> differences, Runnable action) {
        return differences.isEmpty()
                ? new Step(where, kind, name, Effect.UNCHANGED, differences, "", NOTHING)
                : new Step(where, kind, name, Effect.UPDATE, differences, "", action);
    }

    static Step left(
            String where, String kind, String name, List<Difference> differences, String note) {
        return new Step(where, kind, name, Effect.LEFT, differences, note, NOTHING);
    }

    static Step refused(String where, String kind, String name, String note) {
        return new Step(where, kind, name, Effect.REFUSED, List.of(), note, NOTHING);
    }
}
