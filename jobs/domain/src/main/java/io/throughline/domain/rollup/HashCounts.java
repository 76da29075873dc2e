package io.throughline.domain.rollup;

import java.util.Arrays;

/**
 * Counts by 64-bit hash, exact under retraction: a table with open addressing in plain arrays,
 * since a map of boxed numbers is ten times as large, and these lie in state once a minute, hour
 * and day.
 *
 * <p>Mutable with public fields, as Flink's POJO serializer wants it.
 */
public abstract class HashCounts {

    private static final int LEAST_SLOTS = 4;

    /** Hashes; 0 is a free slot. A power of two of slots, or none. */
    public long[] hashes = {};

    /** Count of the hash in the same slot; 0 when all was taken back. */
    public int[] times = {};

    /** Slots that are not free. */
    public int used;

    /** What lies beside the counts moves with them: to each new slot belongs that of an old one. */
    abstract void move(int[] oldSlots, int slots);

    /** Adds to the count of a hash, and says in which slot it is. */
    final int count(long hash, int change) {
        if (2 * (used + 1) > hashes.length) {
            resize();
        }
        int slot = slotOf(hashes, hash);
        if (hashes[slot] == 0) {
            hashes[slot] = hash;
            used++;
        }
        times[slot] += change;
        return slot;
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
        int[] from = new int[slots];
        Arrays.fill(from, -1);
        for (int slot = 0; slot < hashes.length; slot++) {
            if (times[slot] != 0) {
                int place = slotOf(newHashes, hashes[slot]);
                newHashes[place] = hashes[slot];
                newTimes[place] = times[slot];
                from[place] = slot;
            }
        }
        hashes = newHashes;
        times = newTimes;
        used = counting;
        move(from, slots);
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
