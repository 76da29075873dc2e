package io.throughline.taggers.adaptive;

import java.nio.charset.StandardCharsets;

/**
 * A number from 0 up to 1 that follows from an id alone, spread evenly: what decides which feedback
 * may go to the teacher and which lessons are held back, alike on every machine and at every
 * replay.
 *
 * <p>64-bit FNV-1a over UTF-8, finished as MurmurHash3 is.
 */
final class IdHash {

    /** For what a share is drawn; draws for different purposes are independent. */
    enum Draw {
        TEACHER,
        HELD_BACK
    }

    private static final long START = 0xCBF29CE484222325L;
    private static final long PRIME = 0x100000001B3L;
    private static final double UNIT = 0x1.0p-53;

    private IdHash() {}

    static double share(String id, Draw draw) {
        long hash = START + draw.ordinal();
        for (byte each : id.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ each & 0xFF) * PRIME;
        }
        hash ^= hash >>> 33;
        hash *= 0xFF51AFD7ED558CCDL;
        hash ^= hash >>> 33;
        hash *= 0xC4CEB9FE1A85EC53L;
        hash ^= hash >>> 33;
        return (hash >>> 11) * UNIT;
    }
}
