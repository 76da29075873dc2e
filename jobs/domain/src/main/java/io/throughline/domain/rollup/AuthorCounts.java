package io.throughline.domain.rollup;

import java.util.Arrays;

/**
 * How many contributions are whose, by hashes of the author keys: exact under retraction, which no
 * sketch is, and at 24 bytes an author cheap enough for a day.
 */
public final class AuthorCounts extends HashCounts {

    @Override
    void move(int[] oldSlots, int slots) {}

    void add(long hash, int change) {
        if (change != 0) {
            count(hash, change);
        }
    }

    void add(AuthorCounts other) {
        for (int slot = 0; slot < other.hashes.length; slot++) {
            if (other.hashes[slot] != 0) {
                add(other.hashes[slot], other.times[slot]);
            }
        }
    }

    /** Hashes with a positive count, sorted. */
    long[] present() {
        long[] present = new long[used];
        int count = 0;
        for (int slot = 0; slot < hashes.length; slot++) {
            if (times[slot] > 0) {
                present[count++] = hashes[slot];
            }
        }
        long[] sorted = Arrays.copyOf(present, count);
        Arrays.sort(sorted);
        return sorted;
    }
}
