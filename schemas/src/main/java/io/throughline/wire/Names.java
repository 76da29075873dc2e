package io.throughline.wire;

import java.util.Locale;

/**
 * Reads names of enum constants. Enums travel as strings, because an Avro enum cannot gain a symbol
 * without breaking readers of the older schema.
 */
final class Names {

    private Names() {}

    /**
     * The constant of a wire name such as {@code no-data}.
     *
     * @throws IllegalArgumentException when there is none
     */
    static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The same, with null for null. */
    static <E extends Enum<E>> E constantOrNull(Class<E> type, String name) {
        return name == null ? null : constant(type, name);
    }
}
