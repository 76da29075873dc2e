package io.throughline.model;

import java.util.Objects;

/**
 * Who wrote or said it.
 *
 * @param key keyed hash of the source's author id, {@code hmac:} and hex digits; null when the
 *     source names nobody
 * @param role never null
 */
public record Author(String key, Role role) {

    public Author {
        Objects.requireNonNull(role, "role");
    }
}
