package io.throughline.domain.rollup;

import java.util.Arrays;

/**
 * How many contributions are whose, by 64-bit hashes of the author keys: exact under retraction,
 * which no sketch is, and at 24 bytes an author cheap enough for a day. A table with open
 * addressing in plain arrays, since a map of boxed numbers is ten times as large and these lie in
 * state once a minute, hour and day. Two of a million authors share a hash with a chance of 3 in a
 * hundred million.
 *
 * <p>Mutable with public fields, as Flink's POJO serializer wants it.
 */
public final class AuthorCounts {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final int LEAST_SLOTS = 4;

    /** Hashes; 0 is a free slot. A power of two of slots, or none. */
    public long[] hashes = {};

    /** Contributions of the hash in the same slot; 0 when all were taken back. */
    public int[] times = {};

    /** Slots that are not free. */
    public int used;

    /** Of any text; never 0. */
    static long hash(String text) {
        long hash = OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        // FNV leaves the high bits of short keys alike; this is the finalizer of MurmurHash3.
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }

    void add(long hash, int change) {
        if (change == 0) {
            return;
        }
        if (2 * (used + 1) > hashes.length) {
            resize();
        }
        int slot = slotOf(hashes, hash);
        if (hashes[slot] == 0) {
            hashes[slot] = hash;
            used++;
        }
        times[slot] += change;
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

    /** Makes room for twice of what counts; what was taken back goes. */
    private void resize() {
        int counting = 0;
        for (int time : times) {
            counting += time == 0 ? 0 : 1;
        }
        int slots = Math.max(LEAST_SLOTS, Integer.highestOneBit(Math.max(1, counting)) * 4);
        long[] newHashes = new long[slots];
        int[] newTimes = new int[slots];
        for (int slot = 0; slot < hashes.length; slot++) {
            if (times[slot] != 0) {
                int place = slotOf(newHashes, hashes[slot]);
                newHashes[place] = hashes[slot];
                newTimes[place] = times[slot];
            }
        }
        hashes = newHashes;
        times = newTimes;
        used = counting;
    }

    private static int slotOf(long[] table, long hash) {
        int mask = table.length - 1;
        int slot = (int) hash & mask;
        while (table[slot] != 0 && table[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
