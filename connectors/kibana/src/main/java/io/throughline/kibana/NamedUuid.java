package io.throughline.kibana;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A UUID that says a name: the same name gives the same one. It has the form of version 4, the only
 * one that Kibana takes as a given id of an object with encrypted fields.
 */
public final class NamedUuid {

    private static final long VERSION = 0xF000L;
    private static final long FOUR = 0x4000L;

    private NamedUuid() {}

    /** The UUID of a name. */
    public static String of(String name) {
        UUID hash = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        long high = (hash.getMostSignificantBits() & ~VERSION) | FOUR;
        return new UUID(high, hash.getLeastSignificantBits()).toString();
    }
}
