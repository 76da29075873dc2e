package io.throughline.domain.rollup;

import io.throughline.model.Hashes;
import java.util.function.ObjIntConsumer;

/**
 * How many feedback have each term. The hashes are in line, since every term of every feedback
 * passes here several times, and a map of strings misses the cache four times for each.
 */
public final class TermCounts extends HashCounts {

    /** The terms themselves, in the slots of their hashes. */
    public String[] terms = {};

    @Override
    void move(int[] oldSlots, int slots) {
        String[] moved = new String[slots];
        for (int slot = 0; slot < slots; slot++) {
            moved[slot] = oldSlots[slot] < 0 ? null : terms[oldSlots[slot]];
        }
        terms = moved;
    }

    void add(String term, int change) {
        add(Hashes.of64(term), term, change);
    }

    void add(TermCounts other) {
        for (int slot = 0; slot < other.hashes.length; slot++) {
            if (other.times[slot] != 0) {
                add(other.hashes[slot], other.terms[slot], other.times[slot]);
            }
        }
    }

    private void add(long hash, String term, int change) {
        int slot = count(hash, change);
        terms[slot] = term;
    }

    /** Every term with a count above 0. */
    void forEach(ObjIntConsumer<String> action) {
        for (int slot = 0; slot < hashes.length; slot++) {
            if (times[slot] > 0) {
                action.accept(terms[slot], times[slot]);
            }
        }
    }
}
