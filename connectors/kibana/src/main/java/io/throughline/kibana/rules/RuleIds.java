package io.throughline.kibana.rules;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Ids of rules. Kibana takes a given id for a rule only when it is a UUID in the form of version 4,
 * since rules hold encrypted fields; so the name is hashed and the hash is said in that form.
 */
final class RuleIds {

    private static final long VERSION = 0xF000L;

    private RuleIds() {}

    /** The same UUID for the same rule of the same journey. */
    static String of(String rule, String journey) {
        String name = "throughline/" + rule + "/" + journey;
        UUID hash = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        long high = hash.getMostSignificantBits() & ~VERSION | 0x4000L;
        return new UUID(high, hash.getLeastSignificantBits()).toString();
    }
}
