package io.throughline.domain.rollup;

import java.util.function.ObjIntConsumer;

/**
 * How many feedback have each term. A table with open addressing and the hashes in line, as {@link
 * AuthorCounts}: every term of every feedback passes here several times, and a map of strings to
 * boxed numbers misses the cache four times for each.
 *
 * <p>Mutable with public fields, as Flink's POJO serializer wants it.
 */
public final class TermCounts {

    private static final int LEAST_SLOTS = 4;

    /** 64-bit hashes of the terms; 0 is a free slot. A power of two of slots, or none. */
    public long[] hashes = {};

    /** Feedback that has the term in the same slot; 0 when all were taken back. */
    public int[] counts = {};

    /** The terms themselves. */
    public String[] terms = {};

    /** Slots that are not free. */
    public int used;

    void add(String term, int change) {
        add(AuthorCounts.hash(term), term, change);
    }

    void add(TermCounts other) {
        for (int slot = 0; slot < other.hashes.length; slot++) {
            if (other.counts[slot] != 0) {
                add(other.hashes[slot], other.terms[slot], other.counts[slot]);
            }
        }
    }

    /** Every term with a count above 0. */
    void forEach(ObjIntConsumer<String> action) {
        for (int slot = 0; slot < hashes.length; slot++) {
            if (counts[slot] > 0) {
                action.accept(terms[slot], counts[slot]);
            }
        }
    }

    private void add(long hash, String term, int change) {
        if (2 * (used + 1) > hashes.length) {
            resize();
        }
        int slot = slotOf(hashes, hash);
        if (hashes[slot] == 0) {
            hashes[slot] = hash;
            terms[slot] = term;
            used++;
        }
        counts[slot] += change;
    }

    /** Makes room for twice of what counts; what was taken back goes. */
    private void resize() {
        int counting = 0;
        for (int count : counts) {
            counting += count == 0 ? 0 : 1;
        }
        int slots = Math.max(LEAST_SLOTS, Integer.highestOneBit(Math.max(1, counting)) * 4);
        long[] newHashes = new long[slots];
        int[] newCounts = new int[slots];
        String[] newTerms = new String[slots];
        for (int slot = 0; slot < hashes.length; slot++) {
            if (counts[slot] != 0) {
                int place = slotOf(newHashes, hashes[slot]);
                newHashes[place] = hashes[slot];
                newCounts[place] = counts[slot];
                newTerms[place] = terms[slot];
            }
        }
        hashes = newHashes;
        counts = newCounts;
        terms = newTerms;
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
