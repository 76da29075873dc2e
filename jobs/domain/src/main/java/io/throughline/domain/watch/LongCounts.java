package io.throughline.domain.watch;

/** Counts of 64-bit hashes, without an object for each: open addressing, at most half full. */
final class LongCounts {

    private static final int LEAST_ROOM = 16;

    private long[] keys = new long[LEAST_ROOM];
    private int[] counts = new int[LEAST_ROOM];
    private int size;

    /**
     * Counts the key once more.
     *
     * @return how often it was counted, this time included
     */
    int add(long key) {
        int place = place(keys, counts, key);
        if (counts[place]++ == 0) {
            keys[place] = key;
            size++;
            if (2 * size > keys.length) {
                grow();
                return 1;
            }
        }
        return counts[place];
    }

    private void grow() {
        long[] newKeys = new long[2 * keys.length];
        int[] newCounts = new int[2 * keys.length];
        for (int i = 0; i < keys.length; i++) {
            if (counts[i] > 0) {
                int place = place(newKeys, newCounts, keys[i]);
                newKeys[place] = keys[i];
                newCounts[place] = counts[i];
            }
        }
        keys = newKeys;
        counts = newCounts;
    }

    private static int place(long[] in, int[] counts, long key) {
        int place = (int) (key ^ key >>> 32) & in.length - 1;
        while (counts[place] > 0 && in[place] != key) {
            place = place + 1 & in.length - 1;
        }
        return place;
    }
}
