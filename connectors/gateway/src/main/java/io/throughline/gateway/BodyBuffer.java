package io.throughline.gateway;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Collects a body as it comes in. What a sender claims to send costs nothing: the array grows with
 * what has come, to no more than twice of it, and at the end to exactly its length.
 */
final class BodyBuffer {

    private static final int FIRST = 4096;

    private final Places.Place place;
    private final int most;
    private final long expected;
    private byte[] bytes = new byte[0];
    private int size;

    /**
     * @param most bytes that are taken
     * @param expected the length that was announced, for which the place has room; -1 without one
     */
    BodyBuffer(Places.Place place, int most, long expected) {
        this.place = place;
        this.most = most;
        this.expected = expected;
    }

    void add(ByteBuffer chunk) throws Refusal {
        int more = chunk.remaining();
        if (more > most - size) {
            throw new Refusal(Refusal.TOO_LARGE);
        }
        if (expected < 0 && !place.grow(more)) {
            throw new Refusal(Refusal.TOO_MANY);
        }
        if (size + more > bytes.length) {
            long announced = expected < 0 ? most : expected;
            long roomy = Math.min(announced, Math.max(FIRST, 2L * (size + more)));
            bytes = Arrays.copyOf(bytes, (int) Math.max(roomy, size + more));
        }
        chunk.get(bytes, size, more);
        size += more;
    }

    /** What has come. */
    byte[] toArray() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }
}
